package org.archipelago.ui.workbench.run;

import java.util.List;
import org.archipelago.core.Language;
import org.archipelago.results.MetricName;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** Lies on a chart and opens the list of the figures that the chart can show. */
final class FigureButton {

  private static final String ARROW = "\u25be";

  private final ToolBar bar;
  private final ToolItem item;
  private final FigureChoice choice;
  private List<String> figures = List.of();
  private String shown = "";

  FigureButton(Composite parent, FigureChoice choice) {
    this.choice = choice;
    bar = new ToolBar(parent, SWT.FLAT);
    item = new ToolItem(bar, SWT.PUSH);
    item.setText(ARROW);
    item.setToolTipText(EvaluationMessages.Figure_toolTip);
    item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open()));
  }

  ToolBar control() {
    return bar;
  }

  /** @param names figures to choose from */
  void show(List<String> names, String now) {
    figures = names;
    shown = now;
    bar.setVisible(names.size() > 1);
  }

  private void open() {
    Menu menu = menu();
    Rectangle place = item.getBounds();
    Point corner = bar.toDisplay(place.x, place.y + place.height);
    bar.setData("figures", menu);
    menu.setLocation(corner);
    menu.setVisible(true);
  }

  /** The list, which disposes of itself once it is closed. */
  Menu menu() {
    Menu menu = new Menu(bar);
    for (String figure : figures) {
      MenuItem entry = new MenuItem(menu, SWT.RADIO);
      entry.setText(MetricName.title(figure, Language.current()));
      entry.setSelection(figure.equals(shown));
      entry.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
        if (entry.getSelection()) {
          choice.choose(figure);
        }
      }));
    }
    menu.addListener(SWT.Hide, event -> bar.getDisplay().asyncExec(menu::dispose));
    return menu;
  }
}
