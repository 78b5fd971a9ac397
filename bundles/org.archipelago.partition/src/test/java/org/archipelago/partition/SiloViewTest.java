package org.archipelago.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.core.Seed;
import org.archipelago.partition.SiloView.Silo;
import org.junit.jupiter.api.Test;

class SiloViewTest {

  private static Draft draft(int[]... counts) {
    List<Integer> labels = new ArrayList<>();
    List<Integer> clients = new ArrayList<>();
    for (int client = 0; client < counts.length; client++) {
      for (int label = 0; label < counts[client].length; label++) {
        for (int i = 0; i < counts[client][label]; i++) {
          labels.add(label);
          clients.add(client);
        }
      }
    }
    PartitionData data =
        new PartitionData(
            "rows.csv",
            "0".repeat(64),
            "label",
            IntStream.range(0, counts[0].length).mapToObj(label -> "class " + label).toList(),
            labels.stream().mapToInt(Integer::intValue).toArray(),
            IntStream.range(0, labels.size()).toArray());
    return Draft.of(
        data,
        IntStream.range(0, counts.length).mapToObj(client -> "client " + client).toList(),
        clients.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Silo silo(int threshold, int... counts) {
    return SiloView.of(draft(counts), threshold, new Seed(1)).silos().get(0);
  }

  @Test
  void countsFromTheThresholdOnAreSeen() {
    Silo silo = silo(10, 10, 40, 25);
    assertEquals(75, silo.rows());
    assertArrayEquals(new int[] {10, 40, 25}, silo.counts());
  }

  @Test
  void aSingleSmallCountHidesAnotherSinceItWouldBeTheDifference() {
    Silo silo = silo(10, 3, 40, 25);
    assertEquals(68, silo.rows());
    assertTrue(silo.isHidden(0));
    assertEquals(2, Arrays.stream(silo.counts()).filter(count -> count == SiloView.HIDDEN).count());
  }

  @Test
  void countsThatTogetherAreFewHideAnother() {
    Silo silo = silo(10, 0, 0, 40, 25);
    assertTrue(silo.isHidden(0) && silo.isHidden(1));
    assertTrue(silo.isHidden(2) || silo.isHidden(3), "that two classes are missing would be known");
  }

  @Test
  void severalSmallCountsThatAreManyTogetherHideNoOther() {
    assertArrayEquals(
        new int[] {SiloView.HIDDEN, SiloView.HIDDEN, 40}, silo(10, 9, 8, 40).counts());
  }

  @Test
  void ofASmallClientNothingIsSeen() {
    Silo silo = silo(10, 4, 5);
    assertEquals(SiloView.HIDDEN, silo.rows());
    assertTrue(silo.isHidden(0) && silo.isHidden(1));
  }

  /** What an attacker can tell: all ways to fill in the hidden counts that make the client's rows. */
  @Test
  void nothingIsToldOfACountBelowTheThresholdButThat() {
    int threshold = 5;
    for (int a = 0; a < 9; a++) {
      for (int b = 0; b < 9; b++) {
        for (int c = 0; c < 9; c++) {
          Silo silo = silo(threshold, a, b, c);
          int[] counts = {a, b, c};
          for (int label = 0; label < 3; label++) {
            if (silo.isHidden(label) && silo.rows() != SiloView.HIDDEN) {
              Set<Integer> possible = possible(silo, label);
              assertTrue(
                  IntStream.range(0, threshold).allMatch(possible::contains),
                  Arrays.toString(counts) + " tells that class " + label + " is one of " + possible);
            } else {
              assertTrue(silo.isHidden(label) || counts[label] >= threshold);
            }
          }
        }
      }
    }
  }

  private static Set<Integer> possible(Silo silo, int label) {
    int seen = Arrays.stream(silo.counts()).filter(count -> count != SiloView.HIDDEN).sum();
    long others =
        Arrays.stream(silo.counts()).filter(count -> count == SiloView.HIDDEN).count() - 1;
    Set<Integer> possible = new HashSet<>();
    for (int guess = 0; guess <= silo.rows() - seen; guess++) {
      if (others > 0 || guess == silo.rows() - seen) {
        possible.add(guess);
      }
    }
    return possible;
  }

  @Test
  void theSameDraftGivesTheSameViewAndTotalsAreOfWhatIsSeen() {
    Draft draft =
        Rules.deal(
            Fixtures.rows(2000, 10),
            Fixtures.rule("dirichlet", Map.of("clients", 20, "alpha", 0.3)),
            new Seed(4),
            Fixtures.CATALOG);
    SiloView view = SiloView.of(draft, SiloView.USUAL_THRESHOLD, new Seed(4));
    SiloView again = SiloView.of(draft, SiloView.USUAL_THRESHOLD, new Seed(4));
    for (int client = 0; client < 20; client++) {
      assertArrayEquals(view.silos().get(client).counts(), again.silos().get(client).counts());
    }
    assertTrue(view.hidden() > 20);
    assertFalse(IntStream.range(0, 10).allMatch(label -> view.seen(label) == 200));
    assertTrue(IntStream.range(0, 10).allMatch(label -> view.seen(label) <= 200));
  }
}
