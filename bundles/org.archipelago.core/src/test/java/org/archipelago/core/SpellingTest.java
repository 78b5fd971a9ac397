package org.archipelago.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KEYS =
      List.of("rounds", "localEpochs", "batchSize", "learningRate", "none");

  @ParameterizedTest
  @CsvSource({
    "learning_rate, learningRate",
    "learningrat, learningRate",
    "LEARNING-RATE, learningRate",
    "ronuds, rounds",
    "round, rounds",
    "bacthSize, batchSize",
    "nnoe, none",
  })
  void findsTheWordMeant(String word, String meant) {
    assertEquals(Optional.of(meant), Spelling.nearest(word, KEYS));
  }

  @ParameterizedTest
  @CsvSource({"momentum", "seed", "x", "epochs"})
  void isSilentWhenNothingIsNear(String word) {
    assertEquals(Optional.empty(), Spelling.nearest(word, KEYS));
    assertEquals("", Spelling.didYouMean(word, KEYS));
  }

  @Test
  void asks() {
    assertEquals(" Did you mean 'rounds'?", Spelling.didYouMean("round", KEYS));
  }
}
