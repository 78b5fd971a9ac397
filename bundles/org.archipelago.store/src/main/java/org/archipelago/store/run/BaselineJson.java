package org.archipelago.store.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.core.BaselineRound;

/**
 * A record's baselines: one line a round. Where a privacy strategy is at work every line says that its
 * figures are not covered by ε, for whoever reads the file without this program.
 */
final class BaselineJson {

  private BaselineJson() {}

  /** Writes or replaces the baselines of the record in a folder, whole or not at all. */
  static void save(Path folder, List<BaselineRound> baselines) throws IOException {
    boolean privateCohort = new RunReader(folder).privateCohort();
    CohortRule rule = new CohortRule(privateCohort);
    DurableFiles.write(
        folder.resolve(RunFiles.BASELINES),
        out -> {
          for (BaselineRound round : baselines) {
            String line = Json.line(write(rule.recorded(round), privateCohort));
            out.write(line.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  private static ObjectNode write(BaselineRound round, boolean underPrivacy) {
    ObjectNode node = Json.object().put("round", round.round());
    if (underPrivacy) {
      node.put("coveredByEpsilon", false);
    }
    node.set("pooled", RoundJson.write(round.pooled()));
    if (!round.alone().isEmpty()) {
      ArrayNode alone = node.putArray("alone");
      round.alone().forEach(client -> alone.add(RoundJson.write(client)));
    }
    return node;
  }

  static BaselineRound read(JsonNode node) {
    return new BaselineRound(
        (int) Json.whole(node, "round"),
        RoundJson.readMetrics(Json.get(node, "pooled")),
        Json.find(node, "alone").map(array -> Json.list(array, RoundJson::readMetrics)).orElse(List.of()));
  }
}
