package org.archipelago.store.samples;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All experiments that ship with the program; their data ships with the bundle {@code data}. */
public final class SampleExperiments {

  private static final List<SampleExperiment> ALL =
      Stream.of(
              "digits-privacy",
              "digits-mlp",
              "digits-cnn",
              "digits-dp-sgd",
              "wdbc-hospitals",
              "conditions-hospitals",
              "ames-neighborhoods",
              "churn-companies",
              "notes-tagger")
          .map(SampleExperiment::new)
          .toList();

  private SampleExperiments() {}

  /** All samples, in the order to show them. */
  public static List<SampleExperiment> all() {
    return ALL;
  }

  /** The sample of that id. */
  public static Optional<SampleExperiment> find(String id) {
    return ALL.stream().filter(sample -> sample.id().equals(id)).findFirst();
  }
}
