package org.archipelago.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Task;
import org.junit.jupiter.api.Test;

/** Most words have no tag of a span, and would outshine all that have one. */
class PartitionGridOfTagsTest {

  @Test
  void wordsOutsideOfSpansAreLeftOut() {
    DatasetSummary data =
        new DatasetSummary(
            "notes.conll",
            Task.tagging("tag", List.of("O", "B-X", "I-X")),
            List.of("word 1"),
            7,
            0,
            List.of(
                new ClientSummary("north", 3, List.of(900L, 4L, 1L)),
                new ClientSummary("south", 4, List.of(800L, 6L, 0L))),
            OptionalDouble.empty(),
            List.of());
    PartitionGrid grid = new PartitionGrid(data, 10);
    assertTrue(grid.countsWords());
    assertEquals(List.of("B-X", "I-X"), grid.classes());
    assertEquals(6, grid.rows(1, 0));
    assertEquals(6, grid.mostRowsOfAClass());
  }
}
