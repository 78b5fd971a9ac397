package org.archipelago.ui.workbench.partition;

import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.data.skew.NullSkew;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.engine.RowGradients;
import org.archipelago.engine.RunRequest;
import org.eclipse.swt.widgets.Display;

/**
 * Measures in the background how unlike the clients' gradients are in the experiment's untrained model. The gradients of
 * all rows are computed once, which may take a while; after that every partition is measured soon.
 */
final class GradientJob {

  private static final Seed SEED = new Seed(0);

  private final RunRequest experiment;
  private final Catalog catalog;
  private final RunControl control = new RunControl();
  private final NewestJob<int[], Optional<SkewFigure>> job;
  private Optional<RowGradients> gradients = Optional.empty();
  private boolean impossible;

  /** @param receiver takes the figure on the UI thread; nothing where there can be none, as for some models */
  GradientJob(
      Display display, RunRequest experiment, Catalog catalog, Consumer<Optional<SkewFigure>> receiver) {
    this.experiment = experiment;
    this.catalog = catalog;
    job = new NewestJob<>(StudioMessages.job_gradients, display, this::measure, receiver);
  }

  /** @param clientOfRow for every row its client, or less than 0 */
  void request(int[] clientOfRow) {
    job.request(clientOfRow);
  }

  private void measure(int[] clientOfRow, Consumer<Optional<SkewFigure>> results) {
    try {
      if (gradients.isEmpty() && !impossible) {
        gradients = Optional.of(RowGradients.of(experiment, catalog, ProgressListener.NONE, control));
      }
      results.accept(
          gradients.map(known -> known.dissimilarity(clientOfRow, NullSkew.FEW_DRAWS, SEED, control)));
    } catch (InvalidInputException e) {
      impossible = true;
      results.accept(Optional.empty());
    } catch (RunControl.StoppedException e) {
      impossible = true;
    }
  }

  void stop() {
    job.forget();
    control.stop();
  }
}
