package org.archipelago.ui.workbench.partition;

import java.util.List;
import org.archipelago.partition.Draft;
import org.archipelago.partition.SiloView;
import org.archipelago.partition.SiloView.Silo;
import org.archipelago.results.Format;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.editor.form.Layouts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The page that shows what a coordinator would see of clients whose rows stay with them. */
final class SiloPage implements StudioPage {

  private static final int MARGIN = 18;
  private static final int NAME_WIDTH = 140;
  private static final int COUNT_WIDTH = 72;
  private static final int MOST_THRESHOLD = 100_000;

  private final StudioModel model;
  private final Composite content;
  private final Spinner threshold;
  private final Label words;
  private final Table table;
  private SiloView view;
  private Draft shown;

  SiloPage(Composite parent, StudioModel model) {
    this.model = model;
    content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN - 4).spacing(0, 8).applyTo(content);
    HelpContext.set(content, "studio_silos");
    Label heading = new Label(content, SWT.NONE);
    heading.setText(StudioMessages.silo_title);
    Fonts.bold(heading, 2);
    Layouts.quiet(content, StudioMessages.silo_intro);
    Composite row = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    Label label = new Label(row, SWT.NONE);
    label.setText(StudioMessages.silo_threshold);
    threshold = new Spinner(row, SWT.BORDER);
    threshold.setValues(SiloView.USUAL_THRESHOLD, 1, MOST_THRESHOLD, 0, 1, 10);
    threshold.addListener(SWT.Modify, e -> refresh());
    words = Layouts.quiet(row, "");
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(words);
    table = new Table(content, SWT.BORDER | SWT.VIRTUAL | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
    GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(table);
    model.onChange(() -> {
      if (!content.isDisposed() && content.isVisible()) {
        show();
      }
    });
  }

  @Override
  public void show() {
    if (model.current() != shown) {
      refresh();
    }
  }

  private void refresh() {
    shown = model.current();
    view = SiloView.of(shown, threshold.getSelection(), model.seed());
    List<String> classes = shown.data().classes();
    if (table.getColumnCount() != classes.size() + 3) {
      columns(classes);
    }
    table.clearAll();
    table.setItemCount(view.silos().size());
    Layouts.setText(words, NLS.bind(
        StudioMessages.silo_hidden,
        Format.count(view.hidden()),
        Format.count((long) view.silos().size() * classes.size())));
    content.layout(true, true);
  }

  private void columns(List<String> classes) {
    for (TableColumn old : table.getColumns()) {
      old.dispose();
    }
    column(StudioMessages.silo_client, SWT.LEFT, NAME_WIDTH);
    column(StudioMessages.matrix_rows, SWT.RIGHT, COUNT_WIDTH);
    classes.forEach(name -> column(name, SWT.RIGHT, COUNT_WIDTH));
    column("", SWT.LEFT, 1); // takes the room that is left, which GTK gives to the last
  }

  private void column(String title, int style, int width) {
    TableColumn column = new TableColumn(table, style);
    column.setText(Layouts.escaped(title));
    column.setWidth(width);
  }

  private void fill(TableItem item, int index) {
    Silo silo = view.silos().get(index);
    item.setText(0, silo.client());
    text(item, 1, silo.rows());
    for (int label = 0; label < silo.counts().length; label++) {
      text(item, label + 2, silo.counts()[label]);
    }
  }

  private void text(TableItem item, int column, int count) {
    boolean hidden = count == SiloView.HIDDEN;
    item.setText(column, hidden ? StudioMessages.silo_sign : Format.count(count));
    item.setForeground(column, hidden ? Palette.QUIET.on(table) : null);
  }

  @Override
  public String title() {
    return StudioMessages.page_silos;
  }

  @Override
  public Control control() {
    return content;
  }

  @Override
  public void setFocus() {
    threshold.setFocus();
  }
}
