package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import org.archipelago.core.RunState;
import org.archipelago.ui.charts.ChartCanvas;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunSnapshot;
import org.archipelago.ui.workbench.run.ShownRun;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchWindow;

/** The Run view. */
public final class RunPage {

  private final Composite view;
  private final IWorkbenchWindow window;

  RunPage(Composite view, IWorkbenchWindow window) {
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
    return Ui.all(view, ChartCanvas.class).stream()
        .filter(chart -> chart.spec() != null && chart.spec().title().equals(title))
        .mapToInt(chart -> chart.spec().curves().getFirst().series().size())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no chart " + title + " in " + charts()));
  }

  /** Number of lines in the table of clients. */
  public int clients() {
    return table().getItemCount();
  }

  /** The cells of a client's line, from 0. */
  public List<String> client(int line) {
    TableItem item = table().getItem(line);
    item.getText();
    return Arrays.stream(new int[] {0, 1, 2, 3, 4, 5}).mapToObj(item::getText).toList();
  }

  private Table table() {
    return Ui.all(view, Table.class).getFirst();
  }
}
