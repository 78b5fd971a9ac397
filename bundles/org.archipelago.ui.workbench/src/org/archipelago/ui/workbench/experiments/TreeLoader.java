package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.experiments.Node.DamagedRunNode;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.GroupNode;
import org.archipelago.ui.workbench.experiments.Node.Heading;
import org.archipelago.ui.workbench.experiments.Node.HintNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.Node.SampleNode;
import org.archipelago.ui.workbench.run.RunService;

/** Reads what stands in the tree from the disk; not on the UI thread. */
final class TreeLoader {

  private final Workspace workspace;
  private final RunService runs;
  private final Map<String, RunNode> ended = new ConcurrentHashMap<>();

  TreeLoader(Workspace workspace, RunService runs) {
    this.workspace = workspace;
    this.runs = runs;
  }

  List<Node> load() throws IOException {
    return List.of(
        new GroupNode(
            Heading.SAMPLES,
            SampleExperiments.all().stream().map(sample -> (Node) new SampleNode(sample)).toList()),
        new GroupNode(Heading.EXPERIMENTS, orHint(files(), Messages.Experiments_noFiles)),
        new GroupNode(Heading.RUNS, orHint(runs(), Messages.Experiments_noRuns)));
  }

  private static List<Node> orHint(List<Node> nodes, String hint) {
    return nodes.isEmpty() ? List.of(new HintNode(hint)) : nodes;
  }

  private List<Node> files() throws IOException {
    if (Files.notExists(workspace.experiments())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(workspace.experiments())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(Workspace.ENDING))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> file.getFileName().toString(), String.CASE_INSENSITIVE_ORDER))
          .map(file -> (Node) new FileNode(file))
          .toList();
    }
  }

  /** The newest first. */
  private List<Node> runs() throws IOException {
    List<Node> runs = new ArrayList<>();
    for (String id : workspace.repository().list()) {
      runs.add(run(id));
    }
    return runs.reversed();
  }

  private Node run(String id) {
    RunNode known = ended.get(id);
    if (known != null) {
      return known;
    }
    try {
      RunNode node = summary(workspace.repository().open(id));
      if (node.state().ended()) {
        ended.put(id, node);
      }
      return node;
    } catch (IOException | InvalidInputException e) {
      return new DamagedRunNode(id, e.getMessage());
    }
  }

  private RunNode summary(Run run) {
    return new RunNode(
        run.id(),
        run.header().experiment().name(),
        run.header().provenance().started(),
        runs.live(run.id()).map(live -> live.model().state()).orElse(run.state()),
        run.lastRound().map(RoundResult::round).orElse(0),
        figure(run),
        run.privacySpent().map(TreeLoader::privacy).orElse(""));
  }

  private static String figure(Run run) {
    String metric = run.header().dataset().task().primaryMetric();
    return run.lastRound()
        .flatMap(RoundResult::test)
        .filter(test -> test.value(metric).isPresent())
        .map(test ->
            MetricName.title(metric)
                + " "
                + MetricName.value(metric, test.value(metric).getAsDouble(), test.rows()))
        .orElse("");
  }

  private static String privacy(PrivacyStatus status) {
    return "ε " + Format.epsilon(status.epsilon()) + " (" + status.noise().stamp() + ")";
  }
}
