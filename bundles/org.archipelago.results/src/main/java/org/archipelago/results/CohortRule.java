package org.archipelago.results;

import java.util.List;
import org.archipelago.core.Language;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunHeader;
import org.archipelago.core.Texts;

/**
 * What of a run may leave the analyst's screen.
 *
 * <p>ε with amplification by sampling (Balle, Barthe and Gaboardi 2018, theorem 9) holds only as long
 * as nobody learns who was sampled. Under {@link RunHeader#privateCohort()} an export therefore leaves
 * out cohorts, their sizes, each client's figures and share of the data, the training loss, and bytes
 * and seconds, from which the size of a cohort could be told. Baselines are left out as well: they are
 * trained without privacy.
 */
public final class CohortRule {

  private CohortRule() {}

  /** Why something is missing, in words for a report. */
  public static String reason(Language language) {
    return Texts.beside(CohortRule.class, language).text("cohort.reason");
  }

  /** The run as it may be exported: the same run where no cohort has to stay secret. */
  public static Run forExport(Run run) {
    if (!run.header().privateCohort()) {
      return run;
    }
    RunHeader header = run.header();
    return new Run(
        run.id(),
        new RunHeader(
            header.experiment(),
            header.text(),
            header.provenance(),
            header.dataset().withoutClients(),
            true),
        run.rounds().stream().map(RoundResult::withoutCohort).toList(),
        run.charges(),
        List.of(),
        run.evaluation().map(RunEvaluation::withoutClients),
        run.state(),
        run.message());
  }
}
