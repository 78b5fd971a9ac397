package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.archipelago.charts.RunCharts;
import org.archipelago.core.ClientResult;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.core.Texts;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.export.report.Block.TableStyle;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;
import org.archipelago.results.RunSeries;
import org.archipelago.results.Spread;

/** How the model serves the single clients, and what became of each; or why that is not told. */
final class ClientsSection {

  private static final int MOST = 100;
  private static final String CLIENT_TEST = "clientTest";

  private ClientsSection() {}

  static void write(Run run, BlockList blocks) {
    if (run.header().privateCohort()) {
      blocks.paragraph("clients.private");
      return;
    }
    if (run.rounds().isEmpty()) {
      return;
    }
    RunSeries series = RunSeries.of(run, blocks.texts().language());
    series.lastSpread().ifPresentOrElse(
        spread -> writeSpread(run, spread, series, blocks), () -> blocks.paragraph("clients.noneJudged"));
    writeClients(run, blocks);
  }

  private static void writeSpread(
      Run run, Spread spread, RunSeries series, BlockList blocks) {
    Texts texts = blocks.texts();
    String metric = series.task().primaryMetric();
    long fewest = series.fewestJudgedRows();
    blocks.paragraph(
        "clients.spread",
        MetricName.title(metric, texts.language()),
        texts.many(spread.count(), "count.clients"),
        texts.many(fewest, "count.rows"));
    blocks.paragraph(keepsRowsBack(run) ? "clients.keptBack" : "clients.trainedOn");
    blocks.table(
        TableStyle.PLAIN_NUMBERS,
        List.of(
            "",
            texts.text("spread.min"),
            texts.text("spread.lower"),
            texts.text("spread.median"),
            texts.text("spread.upper"),
            texts.text("spread.max")),
        List.of(
            List.of(
                MetricName.title(metric, texts.language()),
                MetricName.value(metric, spread.min(), fewest),
                MetricName.value(metric, spread.lowerQuartile(), fewest),
                MetricName.value(metric, spread.median(), fewest),
                MetricName.value(metric, spread.upperQuartile(), fewest),
                MetricName.value(metric, spread.max(), fewest))));
    blocks.add(new Block.Charts(List.of(RunCharts.spread(series))));
  }

  private static boolean keepsRowsBack(Run run) {
    ParameterValues data = run.header().experiment().section(ComponentKind.DATA).parameters();
    return data.has(CLIENT_TEST) && data.number(CLIENT_TEST) > 0;
  }

  private static void writeClients(Run run, BlockList blocks) {
    Texts texts = blocks.texts();
    String metric = run.header().dataset().task().primaryMetric();
    Map<String, Tally> tallies = new LinkedHashMap<>();
    run.header().dataset().clients().stream()
        .sorted(Comparator.comparing(ClientSummary::remote).reversed())
        .forEach(client -> tallies.put(client.name(), new Tally(client.rows(), client.remote())));
    run.rounds().forEach(round -> round.clients().forEach(client ->
        tallies.computeIfAbsent(client.client(), name -> new Tally(client.rows(), false))
            .add(round.round(), client, metric)));
    boolean charged = tallies.values().stream().anyMatch(tally -> tally.epsilon.isPresent());
    List<List<String>> rows = new ArrayList<>();
    tallies.forEach((name, tally) -> {
      if (rows.size() < MOST) {
        rows.add(tally.cells(name, metric, charged, texts));
      }
    });
    List<String> heads = new ArrayList<>();
    heads.add(texts.text("column.client"));
    heads.add(texts.text("column.rows"));
    heads.add(texts.text("column.trained"));
    heads.add(texts.text("column.own", MetricName.title(metric, texts.language())));
    heads.add(texts.text("column.trainLoss"));
    if (charged) {
      heads.add("ε");
    }
    heads.add(texts.text("column.remarks"));
    blocks.table(TableStyle.NUMBERS, heads, rows);
    blocks.left(tallies.size() - rows.size());
  }

  /** What one client's rounds add up to. */
  private static final class Tally {

    private final long rows;
    private final boolean remote;
    private final List<Integer> dropped = new ArrayList<>();
    private int trained;
    private boolean tooFewRows;
    private OptionalDouble score = OptionalDouble.empty();
    private long scoredRows;
    private OptionalDouble trainLoss = OptionalDouble.empty();
    private OptionalDouble epsilon = OptionalDouble.empty();

    Tally(long rows, boolean remote) {
      this.rows = rows;
      this.remote = remote;
    }

    void add(int round, ClientResult result, String metric) {
      trained += result.steps() > 0 ? 1 : 0;
      if (result.status() == Status.DROPPED) {
        dropped.add(round);
      }
      tooFewRows |= result.status() == Status.TOO_FEW_ROWS_TO_JUDGE;
      trainLoss = result.trainLoss().isPresent() ? result.trainLoss() : trainLoss;
      epsilon = result.epsilon();
      if (result.local().isPresent()) {
        Metrics local = result.local().get();
        score = local.value(metric);
        scoredRows = local.rows();
      }
    }

    /** Such as 3, 5–8, 11. */
    private static String ranges(List<Integer> rounds) {
      List<String> ranges = new ArrayList<>();
      for (int first = 0, last; first < rounds.size(); first = last + 1) {
        last = first;
        while (last + 1 < rounds.size() && rounds.get(last + 1) == rounds.get(last) + 1) {
          last++;
        }
        ranges.add(first == last ? "" + rounds.get(first) : rounds.get(first) + "–" + rounds.get(last));
      }
      return String.join(", ", ranges);
    }

    List<String> cells(String name, String metric, boolean charged, Texts texts) {
      List<String> remarks = new ArrayList<>();
      if (remote) {
        remarks.add(texts.text("remark.remote"));
      }
      if (tooFewRows) {
        remarks.add(texts.text("remark.tooFewRows"));
      }
      if (!dropped.isEmpty()) {
        remarks.add(
            texts.text("remark.dropped", texts.many(dropped.size(), "count.rounds"), ranges(dropped)));
      }
      List<String> cells = new ArrayList<>();
      cells.add(name);
      cells.add(Format.count(rows));
      cells.add(Format.count(trained));
      cells.add(
          score.isPresent() && !tooFewRows
              ? MetricName.value(metric, score.getAsDouble(), scoredRows) : "–");
      cells.add(trainLoss.isPresent() ? Format.measure(trainLoss.getAsDouble()) : "–");
      if (charged) {
        cells.add(epsilon.isPresent() ? Format.epsilon(epsilon.getAsDouble()) : "–");
      }
      cells.add(String.join(texts.text("list.separator"), remarks));
      return cells;
    }
  }
}
