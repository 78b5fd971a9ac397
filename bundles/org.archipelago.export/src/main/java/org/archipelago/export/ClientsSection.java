package org.archipelago.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.archipelago.core.ClientResult;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;

/** What became of each client. Only for runs whose cohorts may be told of. */
final class ClientsSection {

  private static final int MOST = 100;

  private ClientsSection() {}

  static void write(Run run, Html html) {
    String metric = run.header().dataset().task().primaryMetric();
    Map<String, Tally> tallies = new LinkedHashMap<>();
    run.header().dataset().clients()
        .forEach(client -> tallies.put(client.name(), new Tally(client.rows())));
    run.rounds().forEach(round -> round.clients().forEach(client ->
        tallies.computeIfAbsent(client.client(), name -> new Tally(client.rows())).add(client, metric)));
    List<List<String>> rows = new ArrayList<>();
    tallies.forEach((name, tally) -> {
      if (rows.size() < MOST) {
        rows.add(tally.cells(name, metric));
      }
    });
    html.table(
        "numbers",
        List.of("Client", "Rows", "Rounds trained", MetricName.title(metric) + " on its own rows",
            "Training loss", "Remarks"),
        rows);
    DataSection.left(tallies.size() - rows.size(), html);
  }

  /** What one client's rounds add up to. */
  private static final class Tally {

    private final long rows;
    private int trained;
    private int dropped;
    private boolean tooFewRows;
    private OptionalDouble score = OptionalDouble.empty();
    private long scoredRows;
    private OptionalDouble trainLoss = OptionalDouble.empty();

    Tally(long rows) {
      this.rows = rows;
    }

    void add(ClientResult result, String metric) {
      trained += result.steps() > 0 ? 1 : 0;
      dropped += result.status() == Status.DROPPED ? 1 : 0;
      tooFewRows |= result.status() == Status.TOO_FEW_ROWS_TO_JUDGE;
      trainLoss = result.trainLoss().isPresent() ? result.trainLoss() : trainLoss;
      if (result.local().isPresent()) {
        Metrics local = result.local().get();
        score = local.value(metric);
        scoredRows = local.rows();
      }
    }

    List<String> cells(String name, String metric) {
      List<String> remarks = new ArrayList<>();
      if (tooFewRows) {
        remarks.add("too few rows to judge");
      }
      if (dropped > 0) {
        remarks.add("did not answer in " + Format.many(dropped, "round", "rounds"));
      }
      return List.of(
          name,
          Format.count(rows),
          Format.count(trained),
          score.isPresent() && !tooFewRows
              ? MetricName.value(metric, score.getAsDouble(), scoredRows) : "–",
          trainLoss.isPresent() ? Format.measure(trainLoss.getAsDouble()) : "–",
          String.join("; ", remarks));
    }
  }
}
