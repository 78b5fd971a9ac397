package org.archipelago.export.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.archipelago.core.ClientResult;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunState;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

/** Remote clients as the report's table of clients tells of them. */
class RemoteClientsTest {

  private static final Set<Integer> ABSENT = Set.of(2, 4, 5, 6);

  @Test
  void theyComeFirstAsWhatTheyAreWithTheRoundsInWhichTheyDidNotAnswer() throws IOException {
    String html =
        HtmlReport.of(
            ReportDocument.of(
                withClinic(SampleRuns.openDigits(6)),
                new ReportSources(List.of(), List.of(), List.of()),
                ReportOptions.DEFAULT));
    int clinic = html.indexOf("<tr><th scope=\"row\">Clinic</th><td>40</td><td>2</td>");
    assertTrue(clinic > 0, html);
    assertTrue(
        html.substring(clinic, html.indexOf("</tr>", clinic))
            .endsWith(
                "took part over the network, with rows of its own; did not answer in 4 rounds"
                    + " (2, 4–6)</td>"),
        html.substring(clinic, html.indexOf("</tr>", clinic)));
    assertTrue(clinic < html.lastIndexOf("<th scope=\"row\">client-1</th>"));
  }

  private static Run withClinic(Run run) {
    RunHeader header = run.header();
    DatasetSummary data = header.dataset();
    List<ClientSummary> clients = new ArrayList<>(data.clients());
    clients.add(ClientSummary.ofRemote("Clinic", 40));
    DatasetSummary with =
        new DatasetSummary(
            data.source(), data.task(), data.features(), data.trainingRows() + 40, data.testRows(), clients,
            data.majorityAccuracy(), data.notes());
    return new Run(
        run.id(),
        new RunHeader(
            header.experiment(), header.text(), header.provenance(), with, header.privateCohort()),
        run.rounds().stream().map(RemoteClientsTest::withClinic).toList(),
        List.of(),
        RunState.COMPLETED,
        "All rounds done.");
  }

  private static RoundResult withClinic(RoundResult round) {
    boolean trained = round.round() > 0 && !ABSENT.contains(round.round());
    ClientResult.Status status =
        trained
            ? ClientResult.Status.TRAINED
            : round.round() == 0 ? ClientResult.Status.NOT_SAMPLED : ClientResult.Status.DROPPED;
    List<ClientResult> clients = new ArrayList<>(round.clients());
    clients.add(
        new ClientResult(
            "Clinic", status, 40, trained ? 8 : 0, OptionalDouble.empty(), Optional.empty(), 0, 0, 0,
            OptionalDouble.empty(), false));
    return new RoundResult(
        round.round(), round.test(), round.trainLoss(), clients, round.privacy(), round.seconds(),
        round.bytesDown(), round.bytesUp());
  }
}
