package org.archipelago.export;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.Run;
import org.archipelago.results.CohortRule;
import org.archipelago.results.Format;

/** What ε is, what it covers and what it does not, the ledger, and what was left out of the report. */
final class PrivacySection {

  private PrivacySection() {}

  static void write(Run run, ReportTexts texts, Html html) {
    run.privacySpent().ifPresentOrElse(
        status -> writeSpent(run, status, html),
        () -> html.paragraph("No ε was accounted in this run."));
    if (!texts.covers().isEmpty()) {
      html.element("h3", "", "What ε covers").list(texts.covers());
    }
    if (!texts.doesNotCover().isEmpty()) {
      html.element("h3", "", texts.covers().isEmpty() ? "What to know" : "What ε does not cover");
      html.list(texts.doesNotCover());
    }
    if (run.header().privateCohort()) {
      html.element("h3", "", "What this report leaves out, and why").paragraph(CohortRule.REASON);
    }
  }

  private static void writeSpent(Run run, PrivacyStatus status, Html html) {
    html.element("p", "stamp", status.noise().stamp());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ε spent", Format.epsilon(status.epsilon()) + " (rounded up)"));
    rows.add(List.of("δ", Format.plain(status.delta())));
    rows.add(List.of("Budget",
        status.budget().isPresent() ? Format.plain(status.budget().getAsDouble()) : "none"));
    rows.add(List.of("Stated for", status.unit()));
    rows.add(List.of("Noise", switch (status.noise()) {
      case SIMULATED -> "from the experiment's seed: whoever has the seed can subtract it";
      case CRYPTOGRAPHIC -> "from a keyed cryptographic generator whose key is in no record";
    }));
    rows.add(List.of("Ledger", ledger(run.charges())));
    html.table("pairs", List.of(), rows);
  }

  private static String ledger(List<PrivacyCharge> charges) {
    if (charges.isEmpty()) {
      return "no charge";
    }
    PrivacyCharge last = charges.get(charges.size() - 1);
    return "%s, each on disk before its model left the round; the last, of round %s: %s".formatted(
        Format.many(charges.size(), "charge", "charges"), Format.count(last.round()), last.event());
  }
}
