package org.archipelago.ui.workbench.partition;

import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.data.skew.NullSkew;
import org.archipelago.data.skew.Skew;
import org.archipelago.data.skew.SkewReport;
import org.eclipse.swt.widgets.Display;

/**
 * Measures the newest counts in the background: first the figures, at once, then what chance gives for clients of the
 * same sizes, where that has changed.
 */
final class SkewJob {

  private static final Seed SEED = new Seed(0);

  private final NewestJob<int[][], SkewReport> job;
  private Optional<NullSkew> known = Optional.empty();

  /** @param receiver is told on the UI thread */
  SkewJob(Display display, Consumer<SkewReport> receiver) {
    job = new NewestJob<>(StudioMessages.job_skew, display, this::measure, receiver);
  }

  void request(int[][] counts) {
    job.request(counts);
  }

  boolean isIdle() {
    return job.isIdle();
  }

  void forget() {
    job.forget();
  }

  private void measure(int[][] counts, Consumer<SkewReport> results) {
    Skew skew = Skew.of(counts);
    if (skew.isEmpty()) {
      results.accept(SkewReport.of(skew, Optional.empty()));
      return;
    }
    if (known.filter(chance -> chance.fits(counts)).isEmpty()) {
      results.accept(SkewReport.of(skew, Optional.empty()));
      known = Optional.of(NullSkew.draw(counts, NullSkew.FEW_DRAWS, SEED, new RunControl()));
    }
    results.accept(SkewReport.of(skew, known));
  }
}
