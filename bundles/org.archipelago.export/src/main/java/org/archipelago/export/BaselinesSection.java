package org.archipelago.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Run;
import org.archipelago.results.FederatingGain;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;

/** What federating gained, over which baselines, and how they came about. */
final class BaselinesSection {

  private static final int MOST = 100;

  private BaselinesSection() {}

  static void write(Run run, FederatingGain gain, Html html) {
    html.paragraph(gain.sentence());
    html.list(
        List.of(
            "Pooled data: the same model, trained on the rows of all clients together. Only a simulation"
                + " can do that.",
            "Each client alone: the same model, trained on that client's rows and nothing else.",
            "Both begin with the parameters that the federated run begins with. In every round they make as"
                + " many passes over their rows as a client that is asked, with the same optimiser, learning"
                + " rate and batch size. All are judged on the common hold-out, after round "
                + Format.count(gain.round()) + ".",
            "No parameter was tuned for the baselines: another learning rate or more passes could serve them"
                + " better."));
    clients(run, gain, html);
  }

  private static void clients(Run run, FederatingGain gain, Html html) {
    BaselineRound last =
        run.baselines().stream().filter(b -> b.round() == gain.round()).findFirst().orElseThrow();
    List<ClientSummary> clients = run.header().dataset().clients();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(Math.min(MOST, clients.size()), last.alone().size()); i++) {
      OptionalDouble alone = last.alone().get(i).value(gain.metric());
      rows.add(
          List.of(
              clients.get(i).name(),
              Format.count(clients.get(i).rows()),
              alone.isPresent()
                  ? MetricName.value(gain.metric(), alone.getAsDouble(), gain.rows())
                  : "diverged",
              alone.isPresent() ? gain.difference(gain.federated() - alone.getAsDouble()) : "–"));
    }
    if (!rows.isEmpty()) {
      html.table(
          "numbers plain",
          List.of(
              "Client",
              "Rows",
              MetricName.title(gain.metric()) + " alone, on the hold-out",
              "Federating gains"),
          rows);
      DataSection.left(clients.size() - rows.size(), html);
    }
  }
}
