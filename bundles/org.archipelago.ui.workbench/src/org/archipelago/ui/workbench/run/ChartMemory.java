package org.archipelago.ui.workbench.run;

import java.util.Optional;
import java.util.Set;
import org.archipelago.charts.ChartView;
import org.archipelago.ui.charts.ChartCanvas;
import org.eclipse.ui.IMemento;

/** How a chart is looked at, from one start to the next; not which part of it, since that is one run's. */
final class ChartMemory {

  private static final String LOGARITHMIC = "logarithmic";
  private static final String SMOOTHING = "smoothing";
  private static final String HIDDEN = "hidden";
  private static final String BETWEEN = "\n";

  private ChartMemory() {}

  static void save(ChartCanvas chart, IMemento state) {
    ChartView view = chart.view();
    view.logarithmic().ifPresent(logarithmic -> state.putBoolean(LOGARITHMIC, logarithmic));
    state.putFloat(SMOOTHING, (float) view.smoothing());
    if (!view.hidden().isEmpty()) {
      state.putString(HIDDEN, String.join(BETWEEN, view.hidden()));
    }
  }

  /** @param state null leaves the chart as it is */
  static void restore(ChartCanvas chart, IMemento state) {
    if (state == null) {
      return;
    }
    String hidden = state.getString(HIDDEN);
    Float smoothing = state.getFloat(SMOOTHING);
    chart.look(
        new ChartView(
            Optional.empty(),
            hidden == null ? Set.of() : Set.of(hidden.split(BETWEEN)),
            Optional.ofNullable(state.getBoolean(LOGARITHMIC)),
            smoothing == null ? chart.view().smoothing() : Math.round(smoothing * 1000) / 1000.0));
  }
}
