package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.StreamSupport;
import org.archipelago.core.Problem;
import org.archipelago.data.Fixtures;
import org.archipelago.data.Partition;
import org.junit.jupiter.api.Test;

class DealTest {

  @Test
  void cutPointsAreThoseOfTheReference() throws IOException {
    try (InputStream in = DealTest.class.getResourceAsStream("partition_examples.json")) {
      JsonNode examples = new ObjectMapper().readTree(in).get("dirichlet_split_rule").get("examples");
      for (JsonNode example : examples) {
        double[] shares =
            StreamSupport.stream(example.get("p").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        int[] sizes =
            StreamSupport.stream(example.get("sizes").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        assertArrayEquals(sizes, Deal.pieces(shares, example.get("count").asInt()));
      }
      assertEquals(4, examples.size());
    }
  }

  @Test
  void roundingNeverCutsMoreRowsThanThereAre() {
    double aBitMore = Math.nextUp(1.0 / 3);
    int[] sizes = Deal.pieces(new double[] {aBitMore, aBitMore, aBitMore, 0}, 3_000_000);
    assertEquals(3_000_000, sizes[0] + sizes[1] + sizes[2] + sizes[3]);
    assertEquals(0, sizes[3]);
  }

  @Test
  void theMinimumIsMetByMovingTheLastRowOfTheLargestClient() {
    int[] clientOfRow = {0, 0, 0, 0, 1, 1, 1, 1, 2};
    Deal.moveToMinimum(clientOfRow, 4, 2);
    // Client 3 has none: takes row 3 of client 0; client 2 is smallest then: takes row 7 of client 1;
    // client 3 again: row 2 of client 0.
    assertArrayEquals(new int[] {0, 0, 3, 3, 1, 1, 1, 2, 2}, clientOfRow);
  }

  @Test
  void nothingIsMovedWhereTheMinimumIsMet() {
    int[] clientOfRow = {0, 0, 0, 1, 1};
    Deal.moveToMinimum(clientOfRow, 2, 2);
    assertArrayEquals(new int[] {0, 0, 0, 1, 1}, clientOfRow);
  }

  @Test
  void moreRowsThanThereAreCantBeAskedFor() {
    Problem problem = Fixtures.problem(() -> Deal.checkEnoughRows(80, 20, 5));
    assertEquals("partition.clients", problem.path());
    assertEquals(
        "20 clients with at least 5 rows each need 100 rows, but there are 80 to deal. Use at most 16"
            + " clients, or a smaller minimum.",
        problem.message());
    assertEquals(
        "9 clients with at least 1 row each need 9 rows, but there are 8 to deal. Use at most 8 clients.",
        Fixtures.problem(() -> Deal.checkEnoughRows(8, 9, 1)).message());
    assertEquals(
        "1 clients with at least 9 rows each need 9 rows, but there are 8 to deal. Use a minimum of at most"
            + " 8, or more rows.",
        Fixtures.problem(() -> Deal.checkEnoughRows(8, 1, 9)).message());
    Deal.checkEnoughRows(100, 20, 5);
  }

  @Test
  void clientsAreNumberedFromOne() {
    Partition partition = Deal.numbered(new int[] {1, 0, 1}, 2);
    assertEquals("[client 1, client 2]", partition.clients().toString());
    assertArrayEquals(new int[] {0, 2}, partition.rows().get(1));
  }
}
