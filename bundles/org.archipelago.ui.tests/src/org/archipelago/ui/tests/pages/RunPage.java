package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.Curve;
import org.archipelago.core.RunState;
import org.archipelago.ui.charts.ChartCanvas;
import org.archipelago.ui.charts.HeatMapCanvas;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunSnapshot;
import org.archipelago.ui.workbench.run.ShownRun;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchWindow;

/** The Run view. */
public final class RunPage {

  private final Composite view;
  private final IWorkbenchWindow window;

  /** @param view where the view's parts are */
  public RunPage(Composite view, IWorkbenchWindow window) {
    this.view = view;
    this.window = window;
  }

  /** Everything that can be read on it, charts and tables left out. */
  public List<String> texts() {
    return Ui.texts(view);
  }

  /** Whether a text that contains this can be read. */
  public boolean says(String text) {
    return texts().stream().anyMatch(line -> line.contains(text));
  }

  /** Waits until a text that contains this can be read. */
  public void waitFor(String text) {
    Ui.waitUntil(() -> "'" + text + "' in the Run view, which says " + texts(), () -> says(text));
  }

  /** Waits until the run shown has at least that many whole rounds. */
  public void waitForRound(int round) {
    Ui.waitUntil(
        () -> "round " + round + " of " + texts(),
        () -> model() != null && snapshot().round() >= round);
  }

  /** Waits until the run shown stands like that. */
  public void waitForState(RunState state) {
    Ui.waitUntil(
        () -> "state " + state + " of " + texts(),
        () -> model() != null && model().state() == state);
  }

  public RunSnapshot snapshot() {
    return model().snapshot();
  }

  /** Whether a run is shown. */
  public boolean isShown() {
    return model() != null;
  }

  /** Clients of the run shown. */
  public int clientCount() {
    return snapshot().header().orElseThrow().dataset().clientCount();
  }

  /** The record's name. */
  public String id() {
    return model().id();
  }

  private RunModel model() {
    return window.getService(ShownRun.class).get().orElse(null);
  }

  /** Titles of the charts that can be seen. */
  public List<String> charts() {
    return Ui.all(view, ChartCanvas.class).stream()
        .filter(Control::isVisible)
        .filter(chart -> chart.spec() != null)
        .map(chart -> chart.spec().title())
        .toList();
  }

  /** Whether every chart that can be seen has its picture. */
  public boolean chartsAreDrawn() {
    return Ui.all(view, ChartCanvas.class).stream()
        .filter(Control::isVisible)
        .allMatch(chart -> chart.picture() != null);
  }

  /** Points of the first curve of the chart with that title. */
  public int points(String title) {
    return chart(title).curves().getFirst().series().size();
  }

  /** Number of lines in the table of clients; none while it is out of sight. */
  public int clients() {
    return Ui.all(view, Table.class).stream()
        .filter(Control::isVisible)
        .findFirst()
        .map(Table::getItemCount)
        .orElse(0);
  }

  /** The cells of a client's line, from 0. */
  public List<String> client(int line) {
    TableItem item = table().getItem(line);
    item.getText();
    return IntStream.range(0, table().getColumnCount()).mapToObj(item::getText).toList();
  }

  /** The names of the clients that are listed, from top to bottom. */
  public List<String> clientNames() {
    return IntStream.range(0, clients()).mapToObj(i -> client(i).getFirst()).toList();
  }

  /** Types into the filter of the clients. */
  public void filterClients(String text) {
    Ui.all(view, Text.class).stream().filter(Control::isVisible).findFirst().orElseThrow().setText(text);
  }

  /** Presses the head of a column of the table in sight. */
  public void sortBy(String column) {
    column(column).notifyListeners(SWT.Selection, new Event());
  }

  /** The column by which the table in sight is sorted, and how. */
  public String sorting() {
    TableColumn column = table().getSortColumn();
    return column == null
        ? "unsorted"
        : column.getText() + (table().getSortDirection() == SWT.UP ? " ascending" : " descending");
  }

  /** Draws a column of the table in sight to that width. */
  public void widen(String column, int width) {
    column(column).setWidth(width);
    Ui.drain();
  }

  /** How much of its table's columns a column takes, from 0 to 1. */
  public double share(String column) {
    int all = Arrays.stream(table().getColumns()).mapToInt(TableColumn::getWidth).sum();
    return (double) column(column).getWidth() / all;
  }

  private TableColumn column(String text) {
    return Arrays.stream(table().getColumns())
        .filter(candidate -> candidate.getText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no column " + text));
  }

  /** Chooses a line of the table in sight. */
  public void chooseLine(int line) {
    table().setSelection(line);
    table().notifyListeners(SWT.Selection, new Event());
  }

  /** Names of the curves of the chart with that title. */
  public List<String> curves(String title) {
    return chart(title).curves().stream().map(Curve::name).toList();
  }

  /** Colours and dashes of the curves of that chart. */
  public List<Integer> styles(String title) {
    return chart(title).curves().stream().map(Curve::style).toList();
  }

  /** Brings a tab beneath the charts to the front. */
  public void tab(String title) {
    Ui.waitUntil("the tabs of a run", () -> tabs().isPresent());
    CTabFolder folder = tabs().orElseThrow();
    CTabItem tab =
        Arrays.stream(folder.getItems())
            .filter(item -> item.getText().equals(title))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no tab " + title));
    folder.setSelection(tab);
    folder.notifyListeners(SWT.Selection, new Event());
  }

  private Optional<CTabFolder> tabs() {
    return Ui.all(view, CTabFolder.class).stream().filter(Control::isVisible).findFirst();
  }

  /** The title of the tab in front. */
  public String tab() {
    return Ui.all(view, CTabFolder.class).stream()
        .filter(Control::isVisible)
        .findFirst()
        .orElseThrow()
        .getSelection()
        .getText();
  }

  /** Looks at the chart with that title in another way. */
  public void look(String title, ChartView chartView) {
    canvas(title).look(chartView);
  }

  /** How the chart with that title is looked at. */
  public ChartView view(String title) {
    return canvas(title).view();
  }

  private ChartCanvas canvas(String title) {
    return Ui.all(view, ChartCanvas.class).stream()
        .filter(chart -> chart.spec() != null && chart.spec().title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no chart " + title + " in " + charts()));
  }

  /** Waits until a line of the table in sight contains this. */
  public void waitForLine(String text) {
    Ui.waitUntil(
        () -> "'" + text + "' among " + lines(),
        () -> lines().stream().anyMatch(line -> line.contains(text)));
  }

  /** The lines of the table in sight, their cells joined. */
  public List<String> lines() {
    return tables().limit(1).flatMap(table -> Arrays.stream(table.getItems()))
        .map(item -> IntStream.range(0, item.getParent().getColumnCount())
            .mapToObj(item::getText)
            .collect(Collectors.joining(" | ")))
        .toList();
  }

  /** Chooses from the list of that label in the tab in sight. */
  public void chooseInTab(String label, String item) {
    Combo combo = combo(label);
    int index = Arrays.asList(combo.getItems()).indexOf(item);
    if (index < 0) {
      throw new AssertionError("no '" + item + "' in " + Arrays.toString(combo.getItems()));
    }
    combo.select(index);
    combo.notifyListeners(SWT.Selection, new Event());
  }

  /** What can be chosen from the list of that label. */
  public List<String> choicesInTab(String label) {
    return Arrays.asList(combo(label).getItems());
  }

  private Combo combo(String label) {
    List<Control> controls =
        Ui.all(view, Control.class).stream().filter(Control::isVisible).toList();
    for (int i = 0; i + 1 < controls.size(); i++) {
      if (controls.get(i) instanceof Label words
          && words.getText().equals(label)
          && controls.get(i + 1) instanceof Combo combo) {
        return combo;
      }
    }
    throw new AssertionError("no list " + label + " in " + texts());
  }

  /** The heat map in sight, once it is drawn. */
  public Optional<HeatMapCanvas> heatMap() {
    return Ui.all(view, HeatMapCanvas.class).stream()
        .filter(Control::isVisible)
        .filter(canvas -> canvas.picture() != null)
        .findFirst();
  }

  /** Chooses the figure that the chart of scores shows. */
  public void chooseFigure(String title) {
    ToolItem button =
        Ui.all(view, ToolBar.class).stream()
            .filter(Control::isVisible)
            .flatMap(bar -> Arrays.stream(bar.getItems()))
            .filter(item -> "Choose the figure that this chart shows".equals(item.getToolTipText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button to choose a figure with"));
    button.notifyListeners(SWT.Selection, new Event());
    Menu menu = (Menu) button.getParent().getData("figures");
    MenuItem item =
        Arrays.stream(menu.getItems())
            .filter(entry -> entry.getText().equals(title))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no figure " + title));
    Arrays.stream(menu.getItems()).forEach(entry -> entry.setSelection(entry == item));
    item.notifyListeners(SWT.Selection, new Event());
    menu.setVisible(false);
  }

  /** The runs that can be gone to; empty while the bar is hidden. */
  public List<String> activeRuns() {
    return Ui.all(view, ToolBar.class).stream()
        .filter(Control::isVisible)
        .flatMap(bar -> Arrays.stream(bar.getItems()))
        .map(item -> item.getToolTipText())
        .toList();
  }

  /** Goes to an active run, from 0. */
  public void goTo(int active) {
    Ui.all(view, ToolBar.class).stream()
        .filter(Control::isVisible)
        .findFirst()
        .orElseThrow()
        .getItem(active)
        .notifyListeners(SWT.Selection, new Event());
  }

  private ChartSpec chart(String title) {
    return Ui.all(view, ChartCanvas.class).stream()
        .filter(Control::isVisible)
        .map(ChartCanvas::spec)
        .filter(spec -> spec != null && spec.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no chart " + title + " in " + charts()));
  }

  private Table table() {
    return tables().findFirst().orElseThrow();
  }

  private Stream<Table> tables() {
    return Ui.all(view, Table.class).stream().filter(Control::isVisible);
  }
}
