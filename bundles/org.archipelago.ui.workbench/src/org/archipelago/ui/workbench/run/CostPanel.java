package org.archipelago.ui.workbench.run;

import org.archipelago.charts.CostCharts;
import org.archipelago.results.RunSeries;
import org.archipelago.ui.charts.ChartCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/** Seconds and bytes a round. */
final class CostPanel extends Composite {

  private final ChartCanvas seconds;
  private final ChartCanvas bytes;

  CostPanel(Composite parent) {
    super(parent, SWT.NONE);
    FillLayout layout = new FillLayout(SWT.HORIZONTAL);
    layout.spacing = 6;
    setLayout(layout);
    seconds = new ChartCanvas(this);
    bytes = new ChartCanvas(this);
  }

  void show(RunSeries series) {
    seconds.show(CostCharts.seconds(series));
    bytes.show(CostCharts.bytes(series));
  }
}
