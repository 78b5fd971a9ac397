package org.archipelago.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartUnavailableException;
import org.archipelago.charts.HeatMapSpec;
import org.archipelago.charts.PartitionSpec;
import org.archipelago.core.ClientResult;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Experiment;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.Provenance;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunState;
import org.archipelago.core.Task;
import org.archipelago.results.Format;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlReportTest {

  private static final ReportSources CENTRAL =
      new ReportSources(
          List.of("The models of all rounds."), List.of("The server, which sees <updates>."), List.of());
  private static final ReportSources NONE =
      new ReportSources(List.of(), List.of("No differential privacy was used."), List.of());

  @Test
  void thePrivateRunIsToldWithoutItsCohorts() throws IOException {
    Run run = completed(SampleRuns.privateDigits(50));
    String html = report(run, CENTRAL);
    Set<String> words = words(html);
    for (ClientSummary client : run.header().dataset().clients()) {
      assertFalse(words.contains(client.name()), client.name());
    }
    for (RoundResult round : run.rounds().subList(1, 51)) {
      assertFalse(
          words.contains(Format.measure(round.trainLoss().orElseThrow())), "loss of round " + round.round());
      assertFalse(html.contains(Format.bytes(round.bytesUp().orElseThrow())), "bytes of " + round.round());
    }
    for (String word : List.of(
        "client-", "Training loss", "Training, mean over clients", "Middle half", "own rows, median",
        "Rounds trained", "Rows by client", "Sent to clients", "Received from", ">Time<", "Seconds are")) {
      assertFalse(html.contains(word), word);
    }
    assertTrue(html.contains("What this report leaves out, and why"));
    assertTrue(html.contains("ε counts on the cohorts staying secret"));
    assertTrue(html.contains("<th scope=\"row\">Clients</th><td>300</td>"), "their number is public");
  }

  @Test
  void otherCohortsGiveTheSameReportToTheByte() throws IOException {
    Run run = completed(SampleRuns.privateDigits(20));
    Run other =
        new Run(
            run.id(), run.header(),
            run.rounds().stream()
                .map(r -> new RoundResult(
                    r.round(), r.test(), OptionalDouble.of(9), r.clients().subList(0, r.clients().size() / 3),
                    r.privacy(), OptionalDouble.of(8), OptionalLong.of(7), OptionalLong.of(6)))
                .toList(),
            run.charges(), run.state(), run.message());
    assertNotEquals(run, other);
    assertEquals(report(run, CENTRAL), report(other, CENTRAL));
  }

  @Test
  void theSameWordsDoOccurWhereNothingIsSecret() throws IOException {
    String html = report(completed(SampleRuns.openDigits(50)), NONE);
    for (String word : List.of(
        "client-7<", "Training loss", "Training, mean over clients", "Middle half", "own rows, median",
        "Rounds trained", "Rows by client", "Sent to clients", "Received from", ">Time<", "Seconds are")) {
      assertTrue(html.contains(word), word);
    }
    assertFalse(html.contains("What this report leaves out"));
    assertFalse(html.contains("What ε covers"));
    assertTrue(html.contains("No ε was accounted in this run."));
    assertTrue(html.contains("<li>No differential privacy was used.</li>"));
  }

  @Test
  void whatFederatingGainsStandsAtItsHeadAndOnItsCharts() throws IOException {
    Run run = SampleRuns.withBaselines(completed(SampleRuns.openDigits(50)));
    String html = report(run, NONE);
    String sentence =
        "Federating gains 54.9 points of accuracy over the median client alone, and stays 0.7 points below"
            + " the pooled data.";
    assertInOrder(
        html,
        "<p>" + sentence + "</p>", "<h2>Figures</h2>", "Accuracy on the hold-out, pooled data",
        "<h2>Round by round</h2>", "Pooled data", "Each client alone, median", "Middle half of clients alone",
        "<h2>What federating gains</h2>", sentence, "Only a simulation can do that.", "after round 50.",
        "client-7</th>", "<h2>Privacy</h2>");
    String without = report(completed(SampleRuns.openDigits(50)), NONE);
    assertInOrder(
        without, "<h2>What federating gains</h2>", "Not known: the two baselines were not trained",
        "Run ▸ Train Baselines", "archipelago baselines");
    assertFalse(without.contains("Federating gains"));
  }

  @Test
  void underCentralPrivacyBaselinesChangeNoByteOfTheReport() throws IOException {
    Run run = completed(SampleRuns.privateDigits(20));
    String html = report(SampleRuns.withBaselines(run), CENTRAL);
    assertEquals(report(run, CENTRAL), html);
    assertTrue(html.contains("So are baselines, if there are any: they are trained without privacy"));
  }

  @Test
  void theVerdictComesFirstWithBaselineAndStamp() throws IOException {
    String html = report(completed(SampleRuns.privateDigits(50)), CENTRAL);
    assertInOrder(
        html,
        "<html lang=\"en\">",
        "<title>Handwritten digits on 300 phones, with a privacy budget – Archipelago report</title>",
        "<p>The model classifies 330 of the hold-out&#39;s 360 rows correctly: 91.7 %. Always answering with "
            + "the class most frequent in training would get 10.3 %.</p>",
        "<p>All 50 rounds are done.</p>",
        "<p>ε = 3.85 at δ = 1e-5 is spent of a budget of 4 – simulated, not private.",
        "<h2>Figures</h2>", "<h2>Round by round</h2>", "aria-label=\"Loss", "aria-label=\"Accuracy",
        "aria-label=\"Privacy spent (simulated, not private", "<h2>Privacy</h2>",
        "<p class=\"stamp\">simulated, not private</p>", "50 charges",
        "<li>The models of all rounds.</li>", "What ε does not cover",
        "<li>The server, which sees &lt;updates&gt;.</li>", "<h2>Data</h2>",
        "<p class=\"note\">Pixels are divided", "<h2>Methods</h2>",
        "<td>rounds = 50 · localEpochs = 2 · optimizer = sgd (learningRate = 0.5)</td>", "<h2>Limits</h2>",
        "<h2>Provenance</h2>", "a".repeat(64), "b".repeat(64),
        "<h2>The experiment&#39;s file, as run</h2>", "name: A &quot;made-up&quot; run");
  }

  @Test
  void aRegressionIsJudgedByR2() throws IOException {
    String html = report(completed(SampleRuns.houses(40)), NONE);
    assertTrue(html.contains(
        "On the hold-out&#39;s 586 rows the model&#39;s R² for SalePrice, in log(USD), is 0.870."));
    assertTrue(html.contains("Always answering with the mean would get 0."));
    assertTrue(html.contains(
        "<p class=\"note\">Means and deviations come from sums over the clients; not covered"));
    assertTrue(html.contains("<td>too few rows to judge</td>"));
    assertFalse(html.contains("majority"));
    assertFalse(html.contains("Rows by client and class"));
    assertTrue(report(completed(SampleRuns.houses(0)), NONE)
        .contains("is −3.200. That is no better than always answering with the mean, which gets 0."));
  }

  @ParameterizedTest
  @CsvSource({
    "STOPPED, The run was stopped after round 7 of 50.",
    "BUDGET_REACHED, 'The run ended after round 7 of 50, because the next round would have exceeded the "
        + "privacy budget.'",
    "FAILED, The run failed after round 7 of 50: No space left on the device.",
    "INTERRUPTED, The program ended without a word after round 7 of 50; every whole round is recorded.",
    "RUNNING, The run is still going on: this is how it stands after round 7 of 50.",
    "PAUSED, The run is paused after round 7 of 50."
  })
  void everyStateIsSaid(RunState state, String sentence) throws IOException {
    Run run = SampleRuns.as(SampleRuns.privateDigits(7), state, "No space left on the device.");
    String html = report(run, CENTRAL);
    assertTrue(html.contains("<p>" + sentence + "</p>"), sentence);
    assertTrue(html.contains(
        "<td>" + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "</td>"));
    assertTrue(html.contains("<th scope=\"row\">Message</th><td>No space left on the device.</td>"));
    assertTrue(html.contains("7 of 50"));
  }

  @Test
  void withoutAWholeRoundThereIsStillAReport() throws IOException {
    Run run = SampleRuns.as(SampleRuns.withoutRounds(SampleRuns.openDigits(0)), RunState.FAILED, "No rows.");
    String html = report(run, NONE);
    assertTrue(html.contains("<p>The run failed before the first of 50 rounds was whole: No rows.</p>"));
    assertTrue(html.contains("The run ended before its first round was whole"));
    assertFalse(html.contains("<h2>Spread between clients</h2>"));
  }

  @Test
  void aModelNoBetterThanTheMajorityIsCalledThat() throws IOException {
    String html = report(completed(SampleRuns.openDigits(0)), NONE);
    assertTrue(html.contains(
        "That is no better than always answering with the class most frequent in training"));
  }

  @Test
  void aChargeAheadOfItsRoundIsCounted() throws IOException {
    Run whole = SampleRuns.privateDigits(10);
    List<PrivacyCharge> ahead = SampleRuns.privateDigits(11).charges();
    Run killed = new Run(whole.id(), whole.header(), whole.rounds(), ahead, RunState.INTERRUPTED, "");
    assertTrue(report(killed, CENTRAL)
        .contains("<p>ε = " + Format.epsilon(SampleRuns.spent(11).epsilon()) + " at"));
  }

  @Test
  void hostileNamesAreOnlyText() throws IOException {
    String evil = "<script>alert(1)</script><img src=x onerror='e()'>\"&\u0000\u202Eevil";
    String html = report(hostile(evil), new ReportSources(List.of(evil), List.of(evil), List.of()));
    assertFalse(html.contains("<script"), "no script");
    assertFalse(html.contains("<img"), "no image");
    assertFalse(html.contains("\u0000") || html.contains("\u202E"), "no control characters");
    assertTrue(html.contains("default-src 'none'"), "and none would be run");
    int places = html.split("&lt;script&gt;alert\\(1\\)&lt;/script&gt;", -1).length - 1;
    assertTrue(places >= 18, () -> "named in " + places + " places");
  }

  @Test
  void itNeedsNothingFromElsewhereAndIsTheSameBytes() throws IOException {
    Run run = completed(SampleRuns.openDigits(5));
    String html = report(run, NONE);
    assertFalse(html.contains("http://") && !html.contains("http://www.w3.org/2000/svg"));
    assertFalse(html.matches("(?s).*(src=|href=|@import|url\\().*"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HtmlReport.write(run, NONE, ReportOptions.DEFAULT, bytes);
    assertEquals(html, bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void withoutDrawingThereAreTables() {
    Run run = SampleRuns.withEvaluation(completed(SampleRuns.privateDigits(50)));
    String html =
        new HtmlReport(
                ReportDocument.of(run, CENTRAL, ReportOptions.DEFAULT),
                new ReportPictures() {
                  @Override
                  public String chart(ChartSpec chart) {
                    throw new ChartUnavailableException("Install a font.", new IllegalStateException());
                  }

                  @Override
                  public String heatMap(HeatMapSpec heatMap) {
                    throw new ChartUnavailableException("Install a font.", new IllegalStateException());
                  }

                  @Override
                  public String partition(PartitionSpec partition) {
                    throw new AssertionError("no client may be told of");
                  }
                })
            .html();
    assertEquals(5, html.split("<p class=\"note\">Install a font.</p>", -1).length - 1);
    assertTrue(html.contains("<th scope=\"col\">Hold-out: Rows classified correctly (%)</th>"));
    assertTrue(html.contains("<tr><th scope=\"row\">50</th><td>91.6667</td></tr>"), "the last round");
    assertTrue(html.contains("<th scope=\"col\">True class / Predicted class</th>"), "the confusion matrix");
    assertTrue(html.contains("<tr><th scope=\"row\">0.44</th><td>0.5</td></tr>"), "reliability");
    assertFalse(html.contains("<svg"));
  }

  private static Run hostile(String evil) {
    Run run = SampleRuns.openDigits(2);
    RunHeader header = run.header();
    DatasetSummary data =
        new DatasetSummary(
            evil, Task.classification(evil, List.of(evil, "b")), List.of(evil), 3, 2,
            List.of(new ClientSummary(evil, 3, List.of(1L, 2L))), OptionalDouble.of(0.5), List.of(evil));
    Experiment experiment = header.experiment();
    Provenance from = header.provenance();
    ClientResult client =
        new ClientResult(
            evil, ClientResult.Status.DROPPED, 3, 0, OptionalDouble.empty(), Optional.empty(), 0, 0, 0,
            OptionalDouble.empty(), false);
    RoundResult first = run.rounds().get(1);
    RoundResult round =
        new RoundResult(
            1, Optional.of(Metrics.of(2, Map.of(evil, 0.5))), first.trainLoss(), List.of(client),
            Optional.of(
                new PrivacyStatus(
                    1, 1e-5, OptionalDouble.empty(),
                    NoiseOrigin.SIMULATED, evil)),
            first.seconds(), first.bytesDown(), first.bytesUp());
    return new Run(
        evil,
        new RunHeader(
            new Experiment(evil, evil, experiment.seed(), experiment.sections()), evil,
            new Provenance(
                evil, from.started(), 1, evil, evil, evil, evil, evil, 1, evil),
            data, false),
        List.of(round), List.of(), RunState.FAILED, evil);
  }

  private static Run completed(Run run) {
    return SampleRuns.as(run, RunState.COMPLETED, "All rounds done.");
  }

  private static String report(Run run, ReportSources sources) throws IOException {
    return HtmlReport.of(ReportDocument.of(run, sources, ReportOptions.DEFAULT));
  }

  /** What a reader or listener meets: texts and descriptions of pictures, word by word. */
  private static Set<String> words(String html) {
    String texts =
        html.replaceAll("(?s)<style>.*?</style>", " ")
            .replaceAll("aria-label=\"([^\"]*)\"", ">$1<")
            .replaceAll("<[^>]*>", " ");
    return new HashSet<>(List.of(texts.split("[\\s;:,()]+")));
  }

  private static void assertInOrder(String text, String... parts) {
    int at = 0;
    for (String part : parts) {
      int next = text.indexOf(part, at);
      assertTrue(next >= 0, () -> part + (text.contains(part) ? " stands too early" : " is missing"));
      at = next + part.length();
    }
  }
}
