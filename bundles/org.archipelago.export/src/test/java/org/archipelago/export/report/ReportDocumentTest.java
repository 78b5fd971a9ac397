package org.archipelago.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.archipelago.core.Language;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.export.report.Block.Table;
import org.archipelago.export.report.Block.TextStyle;
import org.archipelago.export.report.Block.Verdict;
import org.archipelago.export.report.ReportDocument.Section;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportDocumentTest {

  /** Seven words of a Latin script in a row make an English sentence. */
  private static final Pattern ENGLISH_SENTENCE = Pattern.compile("([a-z']+[, ]+){6}[a-z']+");

  private static final ReportSources SOURCES =
      new ReportSources(
          List.of("Everything computed from these models alone."),
          List.of("The server: it sees every client's update before the noise."),
          List.of(
              new ComponentDescriptor(
                  ComponentKind.STRATEGY, "fedavg", "FedAvg", "Averages.", "McMahan 2017", List.of())));

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @Test
  void allSectionsStandInTheirOrder() {
    ReportDocument document = document(SampleRuns.attacked(openRun()), ReportOptions.DEFAULT);
    assertEquals(
        Arrays.stream(ReportSection.values()).map(ReportSection::id).toList(),
        document.sections().stream().map(Section::id).toList());
  }

  @Test
  void aRunWithAttackersSaysSoAtItsHeadInASectionAndBesideTheClients() {
    ReportDocument document = document(SampleRuns.attacked(openRun()), ReportOptions.DEFAULT);
    Verdict verdict =
        document.head().stream().filter(Verdict.class::isInstance).map(Verdict.class::cast).findFirst().get();
    assertTrue(
        verdict
            .sentences()
            .contains(
                "2 of 10 clients attacked from round 2 on, as the experiment simulates it (sign-flipping): these are"
                    + " not the figures of honest clients."),
        verdict.toString());
    Table told = (Table) document.sections().get(0).blocks().get(1);
    assertEquals("attack", document.sections().get(0).id());
    assertEquals(
        List.of("sign-flipping", "2", "2 of 10 clients", "client-1; client-2", "1"),
        told.rows().stream().filter(row -> !row.get(0).equals("Parameters")).map(row -> row.get(1)).toList());
    String html = HtmlReport.of(document);
    assertTrue(html.contains("attacker, simulated; update refused in 1 round: not of finite numbers"), html);
    assertFalse(HtmlReport.of(document(openRun(), ReportOptions.DEFAULT)).contains("ttack"));
  }

  @Test
  void aRunWhoseRowsWereChangedSaysSoAtItsHeadAndAmongItsMethods() {
    String html = HtmlReport.of(document(SampleRuns.shifted(openRun()), ReportOptions.DEFAULT));
    assertTrue(
        html.contains(
            "The clients trained on rows that were changed after they had been dealt, as the experiment simulates it"
                + " (feature-noise)."),
        html);
    assertTrue(html.contains("variance"), html);
    assertFalse(HtmlReport.of(document(openRun(), ReportOptions.DEFAULT)).contains("were changed"));
  }

  @Test
  void whoeverLeavesOutSectionsIsSaidToHaveDoneSo() {
    Set<ReportSection> chosen = EnumSet.allOf(ReportSection.class);
    chosen.removeAll(Set.of(ReportSection.LIMITS, ReportSection.FILE));
    ReportDocument document = document(openRun(), ReportOptions.DEFAULT.withSections(chosen));
    Section last = document.sections().get(document.sections().size() - 1);
    assertEquals("Not in this report", last.title());
    assertEquals(
        List.of(
            new Block.Text(
                TextStyle.QUIET,
                "Whoever made this report left out: Limits; The experiment's file, as run.")),
        last.blocks());
    assertFalse(HtmlReport.of(document).contains("<pre>"));
  }

  @Test
  void titleAuthorAndRemarkStandAtItsHead() {
    ReportOptions options =
        new ReportOptions(
            Language.ENGLISH, EnumSet.allOf(ReportSection.class), " For the board ", "A. <Analyst>",
            "Clinic", "Approved as 12/26.\nSecond line.");
    String html = HtmlReport.of(document(openRun(), options));
    int at = 0;
    for (String part : List.of(
        "<title>For the board – Archipelago report</title>", "<h1>For the board</h1>",
        "<p class=\"lead\">Handwritten digits over ten clients</p>",
        "<p class=\"byline\">A. &lt;Analyst&gt; · Clinic</p>", "class=\"verdict\"", "<h3>Remark</h3>",
        "<p class=\"lead\">Approved as 12/26.\nSecond line.</p>", "<h2>Figures</h2>")) {
      int next = html.indexOf(part, at);
      assertTrue(next >= at, part);
      at = next;
    }
  }

  @Test
  void methodsHaveTheirSources() {
    String html = HtmlReport.of(document(openRun(), ReportOptions.DEFAULT));
    assertTrue(html.contains("<li>Strategy – FedAvg: Averages. Source: McMahan 2017.</li>"));
  }

  @Test
  void thePartitionIsAPictureOfAllClients() {
    String html = HtmlReport.of(document(openRun(), ReportOptions.DEFAULT));
    assertTrue(html.contains("aria-label=\"Rows of 10 clients, from "), "the picture");
    assertTrue(html.contains("training rows lie on 10 clients, dealt by the partitioner"));
    String secret = HtmlReport.of(document(SampleRuns.privateDigits(3), ReportOptions.DEFAULT));
    assertFalse(secret.contains("aria-label=\"Rows of"), "no picture of who holds what");
    assertTrue(secret.contains("Who holds how many rows, and of which classes, is left out"));
  }

  @Test
  void theSpreadBetweenClientsIsAChartAndFiveNumbers() {
    String html = HtmlReport.of(document(openRun(), ReportOptions.DEFAULT));
    assertTrue(html.contains("aria-label=\"Accuracy on the clients&#39; own rows"));
    for (String number : List.of("lowest", "lower quartile", "median", "upper quartile", "highest")) {
      assertTrue(html.contains("<th scope=\"col\">" + number + "</th>"), number);
    }
  }

  @Test
  void ofManyClientsTheDistributionIsToldAndWhoIsServedWorst() {
    Run run = SampleRuns.drawnDigits(5);
    String html = HtmlReport.of(document(run, ReportOptions.DEFAULT));
    assertTrue(html.contains("own rows, over 400 clients that can be judged"));
    assertTrue(html.contains("those of all that can be judged"), "whose the curve is");
    assertTrue(html.contains("<th scope=\"col\">95 %</th>"));
    List<String> byScore =
        run.evaluation().orElseThrow().own().stream()
            .sorted(Comparator.comparingDouble(c -> c.figures().values().get("accuracy")))
            .map(client -> client.client())
            .toList();
    String clients =
        html.substring(
            html.indexOf("has remote ones and the 20 clients"),
            html.indexOf("… and 380 more clients in the record."));
    for (int i = 0; i < byScore.size(); i++) {
      String cell = "<th scope=\"row\">" + byScore.get(i) + "</th>";
      assertEquals(i < 20, clients.contains(cell), byScore.get(i));
    }
  }

  @Test
  void aRunThatWasStoppedTellsThatItsClientsWereDrawn() {
    Run run = SampleRuns.drawnDigits(5).withEvaluation(Optional.empty());
    String html = HtmlReport.of(document(run, ReportOptions.DEFAULT));
    assertTrue(html.contains("over 50 clients that were drawn from 400 clients before the first round"));
  }

  @Test
  void theChineseReportHasNoEnglishSentence() {
    for (Run run :
        List.of(
            openRun(),
            SampleRuns.drawnDigits(3),
            SampleRuns.drawnDigits(3).withEvaluation(Optional.empty()),
            SampleRuns.withBaselines(openRun()), SampleRuns.privateDigits(9))) {
      ReportOptions chosen = ReportOptions.in(Language.CHINESE);
      Set<ReportSection> own = EnumSet.allOf(ReportSection.class);
      own.removeAll(Set.of(ReportSection.FILE, ReportSection.METHODS, ReportSection.DATA));
      String html = HtmlReport.of(document(run, chosen.withSections(own)));
      assertTrue(html.contains("<html lang=\"zh\">"));
      assertTrue(html.contains("<h2>局限</h2>"));
      String text = html.replaceAll("(?s)<(style|title|h1).*?</\\1>", "");
      assertFalse(ENGLISH_SENTENCE.matcher(text).find(), () -> {
        var found = ENGLISH_SENTENCE.matcher(text);
        return found.find() ? found.group() : "";
      });
    }
  }

  @Test
  void theSentencePatternFindsEnglishSentences() {
    assertTrue(
        ENGLISH_SENTENCE
            .matcher(HtmlReport.of(document(openRun(), ReportOptions.DEFAULT))).find());
  }

  @Test
  void neitherLanguageDependsOnTheMachines() {
    for (Language language : Language.values()) {
      Locale.setDefault(Locale.ROOT);
      String html = HtmlReport.of(document(openRun(), ReportOptions.in(language)));
      for (Locale locale : List.of(Locale.CHINA, Locale.GERMANY, Locale.forLanguageTag("tr"))) {
        Locale.setDefault(locale);
        assertEquals(html, HtmlReport.of(document(openRun(), ReportOptions.in(language))));
      }
    }
    assertNotEquals(
        HtmlReport.of(document(openRun(), ReportOptions.in(Language.ENGLISH))),
        HtmlReport.of(document(openRun(), ReportOptions.in(Language.CHINESE))));
  }

  private static Run openRun() {
    return SampleRuns.as(SampleRuns.openDigits(9), RunState.STOPPED, "Stopped by the analyst.");
  }

  private static ReportDocument document(Run run, ReportOptions options) {
    return ReportDocument.of(run, SOURCES, options);
  }
}
