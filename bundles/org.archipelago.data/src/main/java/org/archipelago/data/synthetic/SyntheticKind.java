package org.archipelago.data.synthetic;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.data.table.Table;

/** A way to generate data. */
public enum SyntheticKind {

  /** A linear function of normal features, with normal noise. */
  LINEAR(
      "linear",
      "a number that is a linear function of normal features, with normal noise.",
      List.of(
          rows(1000),
          dimension(10),
          ParameterDescriptor.number("noise", Range.between(0, 1e6), "Deviation of the noise.")
              .withDefault(0.1),
          seed())) {
    @Override
    Table generate(String name, ParameterValues values) {
      return new Generator(name, values).linear();
    }
  },

  /** Classes that are clouds of normal points. */
  BLOBS(
      "blobs",
      "classes that are Gaussian clouds around centres drawn uniformly from -10 to 10, as make_blobs of scikit-learn.",
      List.of(
          rows(1000),
          ParameterDescriptor.integer("classes", Range.between(2, 1000), "How many there are.")
              .withDefault(3),
          dimension(2),
          ParameterDescriptor.number("spread", Range.between(0, 1e6), "Deviation of a cloud in each direction.")
              .withDefault(1.0),
          seed())) {
    @Override
    Table generate(String name, ParameterValues values) {
      return new Generator(name, values).blobs();
    }
  },

  /** The data of the FedProx paper. */
  FEDPROX(
      "fedprox",
      "synthetic(α, β) of Li et al. 2020, Federated Optimization in Heterogeneous Networks, section 5.1.",
      List.of(
          ParameterDescriptor.number("alpha", Range.between(0, 1000), "How much the clients' models differ.")
              .withDefault(1.0),
          ParameterDescriptor.number("beta", Range.between(0, 1000), "How much the clients' features differ.")
              .withDefault(1.0),
          ParameterDescriptor.flag(
                  "iid", "Whether all clients have the same model and features of the same kind, whatever α and β say.")
              .withDefault(false),
          ParameterDescriptor.integer("clients", Range.between(1, 100_000), "How many there are.")
              .withDefault(30),
          ParameterDescriptor.integer(
                  "rows",
                  Range.between(0, 100_000_000),
                  "Rows of all clients together, in shares of the power law of the paper; 0 for as many as that gives.")
              .withDefault(0),
          ParameterDescriptor.integer("classes", Range.between(2, 1000), "How many there are.")
              .withDefault(10),
          dimension(60),
          seed())) {
    @Override
    Table generate(String name, ParameterValues values) {
      return new FedProxData(name, values).table();
    }
  };

  private final String id;
  private final String text;
  private final List<ParameterDescriptor> parameters;

  SyntheticKind(String id, String text, List<ParameterDescriptor> parameters) {
    this.id = id;
    this.text = text;
    this.parameters = parameters;
  }

  private static ParameterDescriptor rows(int usual) {
    return ParameterDescriptor.integer("rows", Range.between(2, 100_000_000), "How many there are.")
        .withDefault(usual);
  }

  private static ParameterDescriptor dimension(int usual) {
    return ParameterDescriptor.integer("dimension", Range.between(1, 100_000), "Features of a row.")
        .withDefault(usual);
  }

  private static ParameterDescriptor seed() {
    return ParameterDescriptor.integer(
            "seed", Range.ANY, "The same seed gives the same data, whatever the seed of the experiment.")
        .withDefault(0);
  }

  /** What follows {@code synthetic:} in an experiment's {@code data.source}. */
  public String id() {
    return id;
  }

  /** What it gives, for people; begins in the middle of a sentence. */
  public String text() {
    return text;
  }

  public List<ParameterDescriptor> parameters() {
    return parameters;
  }

  Optional<ParameterDescriptor> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /**
   * Generates a table.
   *
   * @param name how messages name it
   * @param values one for every parameter
   */
  abstract Table generate(String name, ParameterValues values);
}
