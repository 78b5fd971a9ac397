package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Run;
import org.archipelago.core.Texts;
import org.archipelago.export.report.Block.TableStyle;
import org.archipelago.export.report.Block.TextStyle;
import org.archipelago.results.FederatingGain;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;

/**
 * What federating gained, over which baselines, and how they came about; or why that is not known, and
 * how to get to know it.
 */
final class BaselinesSection {

  private static final int MOST = 100;

  private BaselinesSection() {}

  static void write(Run run, BlockList blocks) {
    Texts texts = blocks.texts();
    Optional<FederatingGain> found = FederatingGain.of(run);
    if (found.isEmpty()) {
      if (run.header().privateCohort()) {
        blocks.paragraph("gain.private");
      } else {
        blocks.text(TextStyle.NOTE, texts.text("gain.unknown"));
        blocks.bullets(
            List.of(texts.text("gain.pooled"), texts.text("gain.alone"), texts.text("gain.how", run.id())));
      }
      return;
    }
    FederatingGain gain = found.get();
    blocks.text(TextStyle.PARAGRAPH, gain.sentence(texts.language()));
    blocks.bullets(
        List.of(
            texts.text("gain.pooled"),
            texts.text("gain.alone"),
            texts.text("gain.training", Format.count(gain.round())),
            texts.text("gain.untuned")));
    clients(run, gain, blocks);
  }

  private static void clients(Run run, FederatingGain gain, BlockList blocks) {
    Texts texts = blocks.texts();
    BaselineRound last =
        run.baselines().stream().filter(b -> b.round() == gain.round()).findFirst().orElseThrow();
    List<ClientSummary> clients = run.header().dataset().clients();
    if (last.alone().size() < clients.size()) {
      blocks.text(
          TextStyle.NOTE,
          texts.text(
              "gain.drawn",
              texts.many(last.alone().size(), "count.clients"),
              texts.many(clients.size(), "count.clients")));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(Math.min(MOST, clients.size()), last.alone().size()); i++) {
      OptionalDouble alone = last.alone().get(i).value(gain.metric());
      rows.add(
          List.of(
              clients.get(i).name(),
              Format.count(clients.get(i).rows()),
              alone.isPresent()
                  ? MetricName.value(gain.metric(), alone.getAsDouble(), gain.rows())
                  : texts.text("gain.diverged"),
              alone.isPresent()
                  ? gain.difference(gain.federated() - alone.getAsDouble(), texts.language())
                  : "–"));
    }
    if (!rows.isEmpty()) {
      blocks.table(
          TableStyle.PLAIN_NUMBERS,
          List.of(
              texts.text("column.client"),
              texts.text("column.rows"),
              texts.text("column.alone", MetricName.title(gain.metric(), texts.language())),
              texts.text("column.gains")),
          rows);
      blocks.left(clients.size() - rows.size());
    }
  }
}
