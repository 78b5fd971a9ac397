package org.archipelago.export.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.Provenance;
import org.archipelago.core.Run;
import org.archipelago.core.Texts;
import org.archipelago.export.report.Block.TableStyle;
import org.archipelago.results.Format;
import org.archipelago.results.RecordedWords;

/** Where a run's figures come from: enough to run it again and get the same bits. */
final class ProvenanceSection {

  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ProvenanceSection() {}

  static void write(Run run, BlockList blocks) {
    Texts texts = blocks.texts();
    Provenance from = run.header().provenance();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(texts.text("from.run"), run.id()));
    rows.add(List.of(texts.text("from.state"), texts.text("stateName." + run.state())));
    if (!run.message().isEmpty()) {
      rows.add(
          List.of(texts.text("from.message"), RecordedWords.in(texts.language(), run.message())));
    }
    rows.add(List.of(texts.text("from.started"), STARTED.format(from.started())));
    rows.add(List.of("Archipelago", from.version()));
    rows.add(List.of(texts.text("from.seed"), Long.toString(from.seed())));
    rows.add(List.of(texts.text("from.data"), from.dataSource()));
    rows.add(List.of(texts.text("from.dataHash"), from.dataHash()));
    rows.add(List.of(texts.text("from.partitionHash"), from.partitionHash()));
    rows.add(List.of("Java", from.java()));
    rows.add(List.of(texts.text("from.os"), from.os()));
    rows.add(List.of(texts.text("from.processors"), Format.count(from.processors())));
    rows.add(List.of(texts.text("from.kernels"), from.kernels()));
    blocks.table(TableStyle.PAIRS, List.of(), rows);
    blocks.paragraph("from.again");
  }
}
