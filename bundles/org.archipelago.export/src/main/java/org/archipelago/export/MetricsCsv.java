package org.archipelago.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.results.BaselineSeries;
import org.archipelago.results.CohortRule;
import org.archipelago.results.Series;

/**
 * A run's rounds as CSV (RFC 4180, lines ended by a line feed): one line a round, numbers in full, an
 * empty field where there is none. A column that no round has a value for is left out, and so is what
 * {@link CohortRule} keeps on the analyst's screen.
 */
public final class MetricsCsv {

  private record Column(String name, Function<RoundResult, Object> value) {}

  private MetricsCsv() {}

  /** Writes a header line and one line for each whole round. */
  public static void write(Run run, Appendable out) throws IOException {
    Run exported = CohortRule.forExport(run);
    List<RoundResult> rounds = exported.rounds();
    List<Column> columns =
        columns(exported).stream()
            .filter(c ->
                c.name().equals("round") || rounds.stream().anyMatch(r -> c.value().apply(r) != null))
            .toList();
    out.append(columns.stream().map(Column::name).collect(Collectors.joining(","))).append('\n');
    for (RoundResult round : rounds) {
      out.append(columns.stream().map(c -> field(c.value().apply(round))).collect(Collectors.joining(",")));
      out.append('\n');
    }
  }

  private static List<Column> columns(Run run) {
    List<RoundResult> rounds = run.rounds();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("round", RoundResult::round));
    columns.add(new Column("testRows", round -> round.test().map(Metrics::rows).orElse(null)));
    TreeSet<String> metrics = new TreeSet<>();
    rounds.forEach(round -> round.test().ifPresent(test -> metrics.addAll(test.values().keySet())));
    for (String metric : metrics) {
      columns.add(
          new Column("test." + metric, round -> round.test().map(t -> t.values().get(metric)).orElse(null)));
    }
    for (String metric : metrics) {
      BaselineSeries baselines = BaselineSeries.of(run.baselines(), metric);
      columns.add(column("pooled." + metric, baselines.pooled()));
      columns.add(column("alone." + metric + ".lowerQuartile", baselines.aloneLower()));
      columns.add(column("alone." + metric + ".median", baselines.aloneMedian()));
      columns.add(column("alone." + metric + ".upperQuartile", baselines.aloneUpper()));
    }
    columns.add(new Column("trainLoss", round -> orNull(round.trainLoss())));
    columns.add(privacy("epsilon", PrivacyStatus::epsilon));
    columns.add(privacy("delta", PrivacyStatus::delta));
    columns.add(privacy("budget", status -> orNull(status.budget())));
    columns.add(privacy("noise", status -> status.noise().stamp()));
    columns.add(new Column("seconds", round -> orNull(round.seconds())));
    columns.add(new Column("bytesDown", round -> orNull(round.bytesDown())));
    columns.add(new Column("bytesUp", round -> orNull(round.bytesUp())));
    return columns;
  }

  private static Column column(String name, Series series) {
    Map<Integer, Double> values = new HashMap<>();
    for (int i = 0; i < series.size(); i++) {
      values.put((int) series.x(i), series.y(i));
    }
    return new Column(name, round -> values.get(round.round()));
  }

  private static Column privacy(String name, Function<PrivacyStatus, Object> value) {
    return new Column(name, round -> {
      Optional<PrivacyStatus> status = round.privacy();
      return status.isPresent() ? value.apply(status.get()) : null;
    });
  }

  private static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Object orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static String field(Object value) {
    String text = value == null ? "" : value.toString();
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
