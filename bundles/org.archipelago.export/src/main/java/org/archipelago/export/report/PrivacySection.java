package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.Run;
import org.archipelago.core.Texts;
import org.archipelago.export.report.Block.TableStyle;
import org.archipelago.export.report.Block.TextStyle;
import org.archipelago.results.CohortRule;
import org.archipelago.results.Format;
import org.archipelago.results.RecordedWords;

/** What ε is, what it covers and what it does not, the ledger, and what was left out of the report. */
final class PrivacySection {

  private PrivacySection() {}

  static void write(Run run, ReportSources sources, BlockList blocks) {
    Texts texts = blocks.texts();
    run.privacySpent().ifPresentOrElse(
        status -> writeSpent(run, status, blocks), () -> blocks.paragraph("privacy.none"));
    if (!sources.covers().isEmpty()) {
      blocks.heading("privacy.covers");
      blocks.bullets(RecordedWords.in(texts.language(), sources.covers()));
    }
    if (!sources.doesNotCover().isEmpty()) {
      blocks.heading(sources.covers().isEmpty() ? "privacy.toKnow" : "privacy.doesNotCover");
      blocks.bullets(RecordedWords.in(texts.language(), sources.doesNotCover()));
    }
    if (run.header().privateCohort()) {
      blocks.heading("privacy.leftOut");
      blocks.text(TextStyle.PARAGRAPH, CohortRule.reason(texts.language()));
    }
  }

  private static void writeSpent(Run run, PrivacyStatus status, BlockList blocks) {
    Texts texts = blocks.texts();
    blocks.text(TextStyle.STAMP, RecordedWords.stamp(status.noise(), texts.language()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            texts.text("privacy.epsilon"),
            texts.text("privacy.roundedUp", Format.epsilon(status.epsilon()))));
    rows.add(List.of("δ", Format.plain(status.delta())));
    rows.add(
        List.of(
            texts.text("privacy.budget"),
            status.budget().isPresent()
                ? Format.plain(status.budget().getAsDouble()) : texts.text("privacy.noBudget")));
    rows.add(
        List.of(texts.text("privacy.unit"), RecordedWords.in(texts.language(), status.unit())));
    rows.add(List.of(texts.text("privacy.noise"), texts.text("privacy.noise." + status.noise())));
    rows.add(List.of(texts.text("privacy.ledger"), ledger(run.charges(), texts)));
    blocks.table(TableStyle.PAIRS, List.of(), rows);
    blocks.paragraph("privacy.meaning");
  }

  private static String ledger(List<PrivacyCharge> charges, Texts texts) {
    if (charges.isEmpty()) {
      return texts.text("privacy.noCharge");
    }
    PrivacyCharge last = charges.get(charges.size() - 1);
    return texts.text(
        "privacy.charges",
        texts.many(charges.size(), "count.charges"), Format.count(last.round()), last.event());
  }
}
