package org.archipelago.store.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.archipelago.core.Problem;
import org.archipelago.store.FakeCatalog;

/** What the tests of this package share. */
final class Experiments {

  /** Uses every section; line 4 is the seed, 7 the training, 11 the privacy. */
  static final String FULL =
      """
      format: archipelago/experiment/1
      name: Handwritten digits on 300 phones
      description: What it shows
      seed: 42
      data: {source: "sample:digits", target: label, test: 0.2}
      partition: {id: iid, clients: 300}
      training:
        rounds: 50
        optimizer: {id: sgd, learningRate: 0.5}
      strategy: {id: fedavg, weights: equal}
      privacy: {id: gaussian-central, clipNorm: 1.0, noiseMultiplier: 2, delta: 1e-5, budget: 4}
      model: softmax
      sampler: {id: poisson, rate: 0.2}
      """;

  private Experiments() {}

  static ReadResult read(String text, String... sets) {
    List<ExperimentOverride> overrides = Stream.of(sets).map(ExperimentOverride::set).toList();
    return ExperimentReader.read(text, "digits.yaml", FakeCatalog.create(), overrides);
  }

  /** The problems of {@link #FULL} with a piece of it replaced, as people see them. */
  static List<String> problems(String piece, String replacement, String... sets) {
    if (!FULL.contains(piece)) {
      throw new IllegalArgumentException("no '" + piece + "' in the experiment");
    }
    return problems(read(FULL.replace(piece, replacement), sets));
  }

  static List<String> problems(ReadResult result) {
    return result.problems().stream().map(Problem::toString).toList();
  }
}
