package org.archipelago.store.run;

import org.archipelago.core.BaselineRound;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunEvaluation;

/**
 * The one place that decides what a record may tell of single clients. Under central privacy with
 * sampling ε holds only as long as nobody learns who took part, so the record then says nothing of
 * cohorts, of their size, or of any one client.
 *
 * @param privateCohort whether the guarantee rests on it
 */
record CohortRule(boolean privateCohort) {

  RoundResult recorded(RoundResult result) {
    return privateCohort ? result.withoutCohort() : result;
  }

  BaselineRound recorded(BaselineRound baselines) {
    return privateCohort ? baselines.withoutClients() : baselines;
  }

  RunEvaluation recorded(RunEvaluation evaluation) {
    return privateCohort ? evaluation.withoutClients() : evaluation;
  }

  DatasetSummary recorded(DatasetSummary dataset) {
    return privateCohort ? dataset.withoutClients() : dataset;
  }
}
