package org.archipelago.ui.workbench.run;

import java.util.List;
import org.archipelago.results.RunSeries;

/** Which figure the charts of scores show: the task's own as long as nobody chose another. */
final class FigureChoice {

  private final Runnable onChange;
  private String chosen;

  /** @param chosen the figure's name; empty for the task's own */
  FigureChoice(String chosen, Runnable onChange) {
    this.chosen = chosen;
    this.onChange = onChange;
  }

  /** The name of the figure that was chosen; empty for the task's own. */
  String chosen() {
    return chosen;
  }

  void choose(String metric) {
    chosen = metric;
    onChange.run();
  }

  /** The figure to show of a run: the one that was chosen, where the run has it. */
  String of(RunSeries run) {
    List<String> metrics = run.metrics();
    return metrics.contains(chosen) ? chosen : metrics.getFirst();
  }
}
