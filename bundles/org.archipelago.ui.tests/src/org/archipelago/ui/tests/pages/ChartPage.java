package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.LegendItem;
import org.archipelago.charts.PlotFrame;
import org.archipelago.ui.charts.ChartCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** A chart, worked by mouse, keyboard and context menu. */
public final class ChartPage {

  private final ChartCanvas canvas;

  public ChartPage(ChartCanvas canvas) {
    this.canvas = canvas;
  }

  /** Waits until what is asked for is what is seen. */
  public ChartPage waitUntilDrawn() {
    Ui.waitUntil("the chart is drawn as it is looked at", canvas::isUpToDate);
    return this;
  }

  public ChartView view() {
    return canvas.view();
  }

  public PlotFrame frame() {
    return waitUntilDrawn().canvas.frame().orElseThrow();
  }

  /** The colour of a place. */
  public RGB colour(int x, int y) {
    return canvas.picture().palette.getRGB(canvas.picture().getPixel(x, y));
  }

  /** The place of shares of the curves' area, from its upper left corner. */
  public Point at(double across, double down) {
    PlotFrame frame = frame();
    return new Point(
        (int) (frame.x() + across * frame.width()), (int) (frame.y() + down * frame.height()));
  }

  public void turnWheel(Point place, int clicks) {
    Event event = new Event();
    event.count = clicks;
    mouse(SWT.MouseVerticalWheel, place, event);
  }

  public void drag(Point from, Point to, int modifier) {
    press(from, modifier);
    mouse(SWT.MouseMove, new Point((from.x + to.x) / 2, (from.y + to.y) / 2), held(modifier));
    mouse(SWT.MouseMove, to, held(modifier));
    mouse(SWT.MouseUp, to, held(modifier));
    waitUntilDrawn();
  }

  public void click(Point place) {
    press(place, 0);
    mouse(SWT.MouseUp, place, held(0));
    waitUntilDrawn();
  }

  public void doubleClick(Point place) {
    click(place);
    press(place, 0);
    mouse(SWT.MouseDoubleClick, place, held(0));
    mouse(SWT.MouseUp, place, held(0));
    waitUntilDrawn();
  }

  /** Clicks on an entry of the legend. */
  public void clickLegend(String name) {
    LegendItem item = legendItem(name);
    click(new Point((int) (item.x() + item.width() / 2), (int) (item.y() + item.height() / 2)));
  }

  public LegendItem legendItem(String name) {
    return waitUntilDrawn().canvas.legendItem(name).orElseThrow();
  }

  public String toolTipAt(Point place) {
    mouse(SWT.MouseMove, place, new Event());
    return canvas.getToolTipText();
  }

  public void type(char character) {
    key(Character.toLowerCase(character), character, 0);
  }

  public void type(int keyCode, int modifiers) {
    key(keyCode, '\0', modifiers);
  }

  /** Chooses from the context menu. */
  public void choose(String... path) {
    MenuItem item = item(path);
    item.setSelection(true);
    item.notifyListeners(SWT.Selection, new Event());
    waitUntilDrawn();
  }

  public boolean isEnabled(String... path) {
    return item(path).isEnabled();
  }

  private MenuItem item(String... path) {
    Menu menu = canvas.getMenu();
    menu.notifyListeners(SWT.Show, new Event());
    MenuItem item = null;
    for (String name : path) {
      item = named(menu, name);
      menu = item.getMenu();
    }
    return item;
  }

  private static MenuItem named(Menu menu, String name) {
    List<String> texts = Arrays.stream(menu.getItems()).map(ChartPage::text).toList();
    int index = texts.indexOf(name);
    if (index < 0) {
      throw new AssertionError("no '" + name + "' in " + texts);
    }
    return menu.getItem(index);
  }

  private static String text(MenuItem item) {
    return item.getText().replaceFirst("\t.*", "").replace("&", "");
  }

  private void press(Point place, int modifier) {
    mouse(SWT.MouseDown, place, held(modifier));
  }

  private static Event held(int modifier) {
    Event event = new Event();
    event.button = 1;
    event.stateMask = modifier;
    return event;
  }

  private void mouse(int type, Point place, Event event) {
    event.x = place.x;
    event.y = place.y;
    canvas.notifyListeners(type, event);
  }

  private void key(int keyCode, char character, int modifiers) {
    Event event = new Event();
    event.keyCode = keyCode;
    event.character = character;
    event.stateMask = modifiers;
    canvas.notifyListeners(SWT.KeyDown, event);
    waitUntilDrawn();
  }
}
