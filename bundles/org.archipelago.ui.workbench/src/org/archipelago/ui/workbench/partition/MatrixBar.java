package org.archipelago.ui.workbench.partition;

import java.util.Arrays;
import org.archipelago.partition.MatrixOrder;
import org.archipelago.ui.common.Icons;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The buttons above the matrix: the brush, what is done with cells and clients, how one looks at it, and the search. */
final class MatrixBar {

  private static final int SPACING = 6;

  private final MatrixPage page;
  private final MatrixCommands commands;
  private final MatrixActions actions;
  private final ToolItem brush;
  private final ToolItem[] modes = new ToolItem[MatrixMode.values().length];

  private final Combo order;
  private final Text search;

  MatrixBar(Composite parent, MatrixPage page, MatrixCommands commands, MatrixActions actions) {
    this.page = page;
    this.commands = commands;
    this.actions = actions;
    Composite bar = new Composite(parent, SWT.NONE);
    RowLayout layout = new RowLayout(SWT.HORIZONTAL);
    layout.center = true;
    layout.spacing = SPACING;
    layout.marginTop = 2;
    layout.marginBottom = 2;
    bar.setLayout(layout);
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(bar);
    ToolBar tools = new ToolBar(bar, SWT.FLAT);
    brush = item(tools, SWT.CHECK, Icons.BRUSH, StudioMessages.do_brush);
    brushRows(bar);
    toTarget(bar);
    ToolBar cells = new ToolBar(bar, SWT.FLAT);
    item(cells, SWT.PUSH, Icons.LOCK, StudioMessages.do_lock);
    item(cells, SWT.PUSH, Icons.CLIENT_ADD, StudioMessages.do_add);
    item(cells, SWT.PUSH, Icons.CLIENT_SPLIT, StudioMessages.do_split);
    item(cells, SWT.PUSH, Icons.CLIENT_MERGE, StudioMessages.do_merge);
    item(cells, SWT.PUSH, Icons.CLIENT_REMOVE, StudioMessages.do_remove);
    item(cells, SWT.PUSH, Icons.RESEED, StudioMessages.do_reseed);
    ToolBar look = new ToolBar(bar, SWT.FLAT);
    mode(look, MatrixMode.CELLS, Icons.LOOK_CELLS, StudioMessages.mode_cells);
    mode(look, MatrixMode.BARS, Icons.LOOK_BARS, StudioMessages.mode_bars);
    mode(look, MatrixMode.SHARES, Icons.LOOK_SHARES, StudioMessages.mode_shares);
    item(look, SWT.PUSH, Icons.ZOOM_OUT, StudioMessages.do_zoomOut);
    item(look, SWT.PUSH, Icons.ZOOM_FIT, StudioMessages.do_fit);
    item(look, SWT.PUSH, Icons.ZOOM_IN, StudioMessages.do_zoomIn);
    order = new Combo(bar, SWT.READ_ONLY);
    order.setItems(Arrays.stream(MatrixOrder.values()).map(MatrixActions::text).toArray(String[]::new));
    order.setToolTipText(StudioMessages.order_toolTip);
    order.addSelectionListener(SelectionListener.widgetSelectedAdapter(e ->
        page.order(MatrixOrder.values()[order.getSelectionIndex()])));
    search = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    search.setMessage(StudioMessages.search_message);
    search.addModifyListener(e -> page.resort());
    search.addListener(SWT.KeyDown, e -> {
      if (e.keyCode == SWT.ESC) {
        search.setText("");
      }
      if (e.keyCode == SWT.ESC || e.keyCode == SWT.ARROW_DOWN || e.keyCode == SWT.CR) {
        page.setFocus();
      }
    });
    show();
  }

  private void brushRows(Composite bar) {
    Spinner spinner = new Spinner(bar, SWT.BORDER);
    spinner.setValues(commands.brush().rows(), 1, Brush.MOST, 0, 1, 10);
    spinner.setToolTipText(StudioMessages.brush_rows);
    spinner.addListener(SWT.Modify, e -> commands.brush().rows(spinner.getSelection()));
  }

  private void toTarget(Composite bar) {
    Combo choice = new Combo(bar, SWT.READ_ONLY);
    choice.setItems(StudioMessages.brush_more, StudioMessages.brush_target);
    choice.select(0);
    choice.setToolTipText(StudioMessages.brush_toolTip);
    choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e ->
        commands.brush().toTarget(choice.getSelectionIndex() == 1)));
  }

  private ToolItem item(ToolBar bar, int style, Icons icon, String action) {
    ToolItem item = new ToolItem(bar, style);
    item.setImage(icon.image());
    MatrixActions.Action what = actions.named(action);
    item.setToolTipText(what.text() + " (" + what.keyText() + ")");
    item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> what.run().run()));
    return item;
  }

  private void mode(ToolBar bar, MatrixMode mode, Icons icon, String text) {
    ToolItem item = new ToolItem(bar, SWT.RADIO);
    item.setImage(icon.image());
    item.setToolTipText(text);
    item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
      if (item.getSelection()) {
        page.look(mode);
      }
    }));
    modes[mode.ordinal()] = item;
  }

  /** Shows what is chosen now. */
  void show() {
    brush.setSelection(commands.brush().isDown());
    for (MatrixMode mode : MatrixMode.values()) {
      modes[mode.ordinal()].setSelection(mode == page.mode());
    }
    order.select(page.order().ordinal());
  }

  String sought() {
    return search.getText();
  }

  void search() {
    search.setFocus();
    search.selectAll();
  }
}
