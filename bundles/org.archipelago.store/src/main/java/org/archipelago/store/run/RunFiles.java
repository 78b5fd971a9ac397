package org.archipelago.store.run;

/** Names of the files of a record. */
final class RunFiles {

  /** Version of a record's format; every {@code .json} of it says so. */
  static final String FORMAT = "archipelago/run/1";

  /** The experiment's text, as run. */
  static final String EXPERIMENT = "experiment.yaml";

  /** The experiment with every value resolved; written last of the header, so it marks a record. */
  static final String RUN = "run.json";

  static final String PROVENANCE = "provenance.json";
  static final String DATASET = "dataset.json";

  /** One line a whole round. */
  static final String ROUNDS = "rounds.jsonl";

  /** One line a privacy charge. */
  static final String LEDGER = "ledger.jsonl";

  /** One line a round of the baselines; there once somebody asked for them. */
  static final String BASELINES = "baselines.jsonl";

  /** What the last model was found to be worth; there at the end, and not in records of before it was. */
  static final String EVALUATION = "evaluation.json";

  static final String OUTCOME = "outcome.json";

  /** There while a process writes the record. */
  static final String LOCK = "run.lock";

  private RunFiles() {}
}
