package org.archipelago.ui.tests.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.archipelago.core.Experiment;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunOpener;
import org.archipelago.ui.workbench.run.RunOrigins;
import org.archipelago.ui.workbench.run.RunService;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Asks the window for something every so often while ten runs are queued and under way and their charts grow. */
final class BusyBench {

  private static final int RUNS = 10;
  private static final int PAUSE_MILLIS = 20;
  private static final int TIMES = 1000;
  private static final int SETTLE_SECONDS = 5;

  private final Display display;

  BusyBench(Display display) {
    this.display = display;
  }

  void measure() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SETTLE_SECONDS));
    measure("no run under way", new RunModel[0]);
    measure("ten runs of few clients", start("digits-mlp"));
    measure("ten runs of 300 clients", start("digits-privacy"));
  }

  private void measure(String what, RunModel[] runs) {
    Latencies latencies = new Latencies(display);
    for (int i = 0; i < TIMES; i++) {
      if (runs.length > 0 && i % (TIMES / runs.length) == 0) {
        RunModel shown = runs[i / (TIMES / runs.length)];
        display.asyncExec(() -> RunOpener.show(window().getActivePage(), shown));
      }
      latencies.ask(() -> { }, PAUSE_MILLIS);
    }
    latencies.print(what);
    display.syncExec(() -> {
      RunService service = window().getService(RunService.class);
      service.live().forEach(run -> run.stop());
      Ui.waitUntil("no run is under way", () -> service.live().isEmpty());
    });
  }

  private RunModel[] start(String sample) {
    RunModel[] runs = new RunModel[RUNS];
    display.syncExec(() -> {
      String text = SampleExperiments.find(sample).orElseThrow().text().replaceFirst("rounds: \\d+", "rounds: 100000");
      text = text.replaceFirst("budget: \\S+", "budget: 1000");
      Workspace workspace = window().getService(Workspace.class);
      Experiment experiment = workspace.read(text, sample).orThrow();
      for (int i = 0; i < RUNS; i++) {
        runs[i] = window().getService(RunService.class).start(experiment, text, RunOrigins.sample(sample));
      }
      Ui.waitUntil("a run is under way", () -> runs[0].snapshot().round() > 0);
    });
    return runs;
  }

  private static IWorkbenchWindow window() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
  }
}
