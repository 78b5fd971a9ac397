package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.archipelago.results.RunSeries;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class ClientChartsTest {

  @Test
  void aFewOthersLieBehindTheChosenClient() {
    RunSeries run = RunSeries.of(SampleRuns.openDigits(9));
    ChartSpec score = ClientCharts.score(run, "client-3", 40);
    assertEquals(
        List.of("Hold-out", "Each other client", "client-3", "Middle half of clients, own rows"),
        score.legendNames());
    assertEquals(run.clients().size() + 1, score.curves().size());
    assertFalse(score.description().contains("client-4"), "not read out one by one");
  }

  @Test
  void hundredsOfOthersAreShownByTheirRibbonAlone() {
    RunSeries run = RunSeries.of(SampleRuns.privateDigits(9));
    String client = run.clients().get(0);
    assertEquals(
        List.of("Hold-out", client, "Middle half of clients, own rows"),
        ClientCharts.score(run, client, 5).legendNames());
  }
}
