package org.archipelago.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archipelago.core.ImageSize;
import org.archipelago.data.scaling.ValueRange;

/** The real data sets that ship with the program; their terms are in {@code ATTRIBUTION.md}. */
public final class SampleDatasets {

  /** What {@code data.source} begins with when it names a sample. */
  public static final String PREFIX = "sample:";

  private static final List<SampleDataset> ALL =
      List.of(
          new SampleDataset(
              "digits",
              "Handwritten digits, 8 by 8 pixels",
              "digits_8x8.csv",
              "label",
              "",
              Optional.of(new ValueRange(0, 16)),
              Optional.of(new ImageSize(8, 8, 1)),
              "Optical Recognition of Handwritten Digits (test part), UCI ML Repository, CC BY 4.0; as in"
                  + " scikit-learn load_digits, BSD-3-Clause"),
          new SampleDataset(
              "wdbc",
              "Breast cancer diagnosis, Wisconsin",
              "breast_cancer_wdbc.csv",
              "diagnosis",
              "",
              Optional.empty(),
              Optional.empty(),
              "Wolberg, Mangasarian, Street and Street 1995, UCI ML Repository, CC BY 4.0; as in"
                  + " scikit-learn load_breast_cancer, BSD-3-Clause"),
          new SampleDataset(
              "ames",
              "House prices in Ames, Iowa",
              "ames_housing_20.csv",
              "Sale_Price",
              "USD",
              Optional.empty(),
              Optional.empty(),
              "De Cock 2011, Journal of Statistics Education; 23 of the predictors in R modeldata ames,"
                  + " MIT"),
          new SampleDataset(
              "churn",
              "Telecom customers who leave",
              "telecom_churn_mlc.csv",
              "churn",
              "",
              Optional.empty(),
              Optional.empty(),
              "R modeldata mlc_churn, MIT; its source says: artificial based on claims similar to real"
                  + " world"),
          new SampleDataset(
              "credit",
              "Credit scoring",
              "credit_scoring.csv",
              "Status",
              "",
              Optional.empty(),
              Optional.empty(),
              "Belanche and Sanchez; R modeldata credit_data, MIT"),
          new SampleDataset(
              "penguins",
              "Penguins of the Palmer Archipelago",
              "penguins.csv",
              "species",
              "",
              Optional.empty(),
              Optional.empty(),
              "R palmerpenguins, CC0"));

  private SampleDatasets() {}

  /** All samples, the simplest first. */
  public static List<SampleDataset> all() {
    return ALL;
  }

  /** The sample of that id. */
  public static Optional<SampleDataset> find(String id) {
    return ALL.stream().filter(sample -> sample.id().equals(id)).findFirst();
  }

  /** For messages: {@code sample:digits, sample:wdbc, …}. */
  static String list() {
    return ALL.stream().map(sample -> PREFIX + sample.id()).collect(Collectors.joining(", "));
  }
}
