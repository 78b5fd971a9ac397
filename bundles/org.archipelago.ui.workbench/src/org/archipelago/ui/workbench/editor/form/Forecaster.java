package org.archipelago.ui.workbench.editor.form;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.engine.Forecast;
import org.archipelago.engine.ForecastProbe;
import org.archipelago.engine.RunRequest;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Makes forecasts in the background, a moment after they were last asked for. One under way is stopped
 * when another is asked for; the latest are kept. To be used on the UI thread.
 */
public final class Forecaster {

  private static final int DELAY_MILLIS = 500;
  private static final int KEPT = 8;

  private final Display display;
  private final Consumer<Forecast> forecasts;
  private final Consumer<List<Problem>> refusals;
  private final Map<String, Forecast> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Forecast> eldest) {
          return size() > KEPT;
        }
      };
  private RunControl control = new RunControl();
  private Job job;

  /**
   * @param forecasts called on the UI thread with the newest forecast
   * @param refusals called on the UI thread with what is wrong with the data or between the components
   */
  public Forecaster(
      Display display, Consumer<Forecast> forecasts, Consumer<List<Problem>> refusals) {
    this.display = display;
    this.forecasts = forecasts;
    this.refusals = refusals;
  }

  /**
   * Asks for a forecast.
   *
   * @param text the experiment's file
   * @param folder where relative paths in it begin
   */
  public void request(Experiment experiment, String text, Catalog catalog, Path folder) {
    cancel();
    Forecast known = kept.get(text);
    if (known != null) {
      forecasts.accept(known);
      return;
    }
    RunControl own = new RunControl();
    control = own;
    int threads = Runtime.getRuntime().availableProcessors();
    RunRequest request = new RunRequest(experiment, text, folder, threads);
    job = new Job(Messages.Forecast_job) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        return probe(request, catalog, own);
      }
    };
    job.setSystem(true);
    job.setPriority(Job.DECORATE);
    job.schedule(DELAY_MILLIS);
  }

  private IStatus probe(RunRequest request, Catalog catalog, RunControl own) {
    try {
      Forecast forecast = ForecastProbe.forecast(request, catalog, own);
      deliver(own, () -> {
        kept.put(request.text(), forecast);
        forecasts.accept(forecast);
      });
    } catch (InvalidInputException e) {
      deliver(own, () -> refusals.accept(e.problems()));
    } catch (RunControl.StoppedException e) {
      return Status.CANCEL_STATUS;
    } catch (RuntimeException | OutOfMemoryError e) {
      ILog.of(Forecaster.class).error(Messages.Forecast_job, e);
      deliver(own, () -> refusals.accept(List.of()));
    }
    return Status.OK_STATUS;
  }

  private void deliver(RunControl own, Runnable news) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        if (own == control && !own.stopped()) {
          news.run();
        }
      });
    }
  }

  /** Stops the forecast under way. */
  public void cancel() {
    control.stop();
    if (job != null) {
      job.cancel();
      job = null;
    }
  }
}
