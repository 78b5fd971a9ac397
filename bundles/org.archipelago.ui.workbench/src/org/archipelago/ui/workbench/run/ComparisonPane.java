package org.archipelago.ui.workbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ComparisonCharts;
import org.archipelago.charts.ComparisonCharts.NamedRun;
import org.archipelago.results.Format;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;

/** Several runs on the same charts, each with a colour and a dash of its own, and a table of them. */
final class ComparisonPane extends Composite {

  private static final String RUNS = "runs";
  private static final int[] WEIGHTS = {76, 24};

  private final Label title;
  private final SashForm sash;
  private final ChartsPanel charts;
  private final ComparisonTable table;
  private final FigureChoice figure;

  ComparisonPane(Composite parent, FigureChoice figure) {
    super(parent, SWT.NONE);
    this.figure = figure;
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(this);
    title = new Label(this, SWT.NONE);
    Fonts.bold(title, 2);
    GridDataFactory.fillDefaults().grab(true, false).indent(10, 8).applyTo(title);
    sash = new SashForm(this, SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    charts = new ChartsPanel(sash, figure);
    table = new ComparisonTable(sash);
    sash.setWeights(WEIGHTS);
  }

  void show(List<RunModel> runs, RunOrigins origins) {
    List<String> names = RunNames.of(runs, origins);
    List<ComparisonTable.Line> lines = new ArrayList<>();
    List<NamedRun> named = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      RunSnapshot run = runs.get(i).snapshot();
      lines.add(new ComparisonTable.Line(names.get(i), i, run));
      if (run.series().isPresent()) {
        named.add(new NamedRun(names.get(i), run.series().get(), i));
      }
    }
    title.setText(NLS.bind(Messages.Compare_title, Format.count(runs.size())));
    table.show(lines);
    if (!named.isEmpty()) {
      String metric = figure.of(named.getFirst().series());
      charts.figures(named.getFirst().series().metrics(), metric);
      charts.show(
          ComparisonCharts.loss(named),
          ComparisonCharts.score(named, metric),
          privacy(lines, named));
    }
  }

  private static Optional<ChartSpec> privacy(
      List<ComparisonTable.Line> lines, List<NamedRun> named) {
    return lines.stream().anyMatch(line -> SingleRunPane.hasPrivacy(line.run()))
        ? Optional.of(ComparisonCharts.privacy(named))
        : Optional.empty();
  }

  /** Keeps what was laid out and chosen. */
  void save(IMemento state) {
    SashMemory.save(sash, state);
    charts.save(state);
    table.save(state, RUNS);
  }

  void restore(IMemento state) {
    SashMemory.restore(sash, state);
    charts.restore(state);
    table.restore(state, RUNS);
  }

  @Override
  public boolean setFocus() {
    return table.table().setFocus();
  }
}
