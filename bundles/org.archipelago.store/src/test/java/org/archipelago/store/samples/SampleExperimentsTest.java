package org.archipelago.store.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.store.experiment.ReadResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Form only: whether the samples name components rightly is tested where all components are. */
class SampleExperimentsTest {

  static Stream<SampleExperiment> all() {
    return SampleExperiments.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void areWellFormedAndLackNothingButComponents(SampleExperiment sample) {
    ReadResult result =
        ExperimentReader.read(sample.text(), sample.fileName(), new Catalog(List.of()), List.of());
    assertTrue(result.lineOf("seed").isPresent() && result.lineOf("description").isPresent());
    for (Problem problem : result.problems()) {
      assertTrue(
          problem.message().matches("This program has no component .*|There is no .*; there is none\\."),
          problem.toString());
    }
    assertEquals(7, result.problems().size(), result.problems()::toString);
  }

  @ParameterizedTest
  @MethodSource("all")
  void areTitledAsTheirFileSays(SampleExperiment sample) {
    assertTrue(sample.text().contains("\nname: " + sample.title() + "\n"), sample.text());
  }

  @ParameterizedTest
  @MethodSource("all")
  void areDescribedAsTheirFileSays(SampleExperiment sample) {
    assertTrue(sample.text().replaceAll("\\s+", " ").contains(": >- " + sample.description()), sample.text());
  }

  @ParameterizedTest
  @MethodSource("all")
  void differInChineseByNameAndDescriptionAlone(SampleExperiment sample) {
    String english = sample.text();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.CHINESE);
      String chinese = sample.text();
      assertTrue(chinese.contains("\nname: " + sample.title() + "\n"), chinese);
      assertTrue(chinese.contains("\n  " + sample.description() + "\nseed: "), chinese);
      assertEquals(afterHead(english), afterHead(chinese));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String afterHead(String text) {
    return text.substring(text.indexOf("\nseed: "));
  }

  @ParameterizedTest
  @MethodSource("all")
  void areFoundById(SampleExperiment sample) {
    assertEquals(Optional.of(sample), SampleExperiments.find(sample.id()));
  }

  @Test
  void aStrangerIsNotFound() {
    assertEquals(Optional.empty(), SampleExperiments.find("digits"));
  }
}
