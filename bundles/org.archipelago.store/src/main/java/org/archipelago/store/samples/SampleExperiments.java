package org.archipelago.store.samples;

import java.util.List;
import java.util.Optional;

/** All experiments that ship with the program; their data ships with the bundle {@code data}. */
public final class SampleExperiments {

  private static final List<SampleExperiment> ALL =
      List.of(
          new SampleExperiment(
              "digits-privacy", "Handwritten digits on 300 phones, with a privacy budget"),
          new SampleExperiment("digits-mlp", "Handwritten digits on ten clients, without noise"),
          new SampleExperiment("wdbc-hospitals", "Breast cancer diagnosis across five hospitals"),
          new SampleExperiment(
              "ames-neighborhoods", "House prices in Ames, its neighbourhoods as clients"),
          new SampleExperiment("churn-companies", "Customers who leave, two telecom companies"));

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
