package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.RunState;
import org.archipelago.partition.Manifest;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.experiments.Node.DamagedRunNode;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.GroupNode;
import org.archipelago.ui.workbench.experiments.Node.Heading;
import org.archipelago.ui.workbench.experiments.Node.HintNode;
import org.archipelago.ui.workbench.experiments.Node.PartitionNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.Node.SampleNode;
import org.archipelago.ui.workbench.experiments.Node.StartingNode;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunOrigins;
import org.archipelago.ui.workbench.run.RunService;

/** Reads what stands in the tree from the disk, each run beneath its experiment; not on the UI thread. */
final class TreeLoader {

  private final Workspace workspace;
  private final RunService runs;
  private final Map<String, RecordSummary> summaries = new HashMap<>();
  private boolean anyGoingOn;

  TreeLoader(Workspace workspace, RunService runs) {
    this.workspace = workspace;
    this.runs = runs;
  }

  /** Whether a run that was not ended was among those loaded last, so that its record is to be watched. */
  synchronized boolean anyGoingOn() {
    return anyGoingOn;
  }

  synchronized List<Node> load() throws IOException {
    List<Path> files = files(Workspace.ENDING);
    Map<String, List<Node>> byOrigin = runsByOrigin(new OriginFinder(runs.origins(), files));
    List<Node> samples = new ArrayList<>();
    for (SampleExperiment sample : SampleExperiments.all()) {
      samples.add(new SampleNode(sample, taken(byOrigin, RunOrigins.sample(sample.id()))));
    }
    List<Node> own = new ArrayList<>();
    for (Path file : files) {
      own.add(new FileNode(file, taken(byOrigin, file.getFileName().toString())));
    }
    files(Manifest.ENDING).forEach(file -> own.add(new PartitionNode(file)));
    List<Node> groups = new ArrayList<>();
    groups.add(new GroupNode(Heading.SAMPLES, samples));
    groups.add(new GroupNode(
        Heading.EXPERIMENTS,
        own.isEmpty() ? List.of(new HintNode(Messages.Experiments_noFiles)) : own));
    List<Node> others = byOrigin.values().stream().flatMap(List::stream).toList();
    if (!others.isEmpty()) {
      groups.add(new GroupNode(Heading.OTHER_RUNS, others));
    }
    return groups;
  }

  private static List<Node> taken(Map<String, List<Node>> byOrigin, String origin) {
    List<Node> nodes = byOrigin.remove(origin);
    return nodes == null ? List.of() : nodes;
  }

  /** Those changed last first. */
  private List<Path> files(String ending) throws IOException {
    if (Files.notExists(workspace.experiments())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(workspace.experiments())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparingLong(TreeLoader::changed).reversed()
              .thenComparing(file -> file.getFileName().toString(), String.CASE_INSENSITIVE_ORDER))
          .toList();
    }
  }

  private static long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) { // somebody is removing it at this moment
      return 0;
    }
  }

  /** The newest first; under an empty origin those whose experiment is gone. */
  private Map<String, List<Node>> runsByOrigin(OriginFinder finder) throws IOException {
    Map<String, List<Node>> byOrigin = new LinkedHashMap<>();
    List<LiveRun> live = runs.live();
    for (LiveRun run : live.reversed()) {
      if (run.model().id().isEmpty() && !run.model().state().ended()) {
        String origin = finder.existing(run.origin()).orElse("");
        byOrigin.computeIfAbsent(origin, o -> new ArrayList<>()).add(new StartingNode(run));
      }
    }
    List<String> ids = workspace.repository().list();
    summaries.keySet().retainAll(ids);
    anyGoingOn = false;
    for (String id : ids.reversed()) {
      Node node = run(id);
      RecordSummary summary = summaries.get(id);
      String origin = finder.of(id, Optional.ofNullable(summary)).orElse("");
      byOrigin.computeIfAbsent(origin, o -> new ArrayList<>()).add(node);
    }
    // A record's name need not begin with its time; runs without a record yet are the newest.
    byOrigin.values().forEach(nodes -> nodes.sort(Comparator.comparing(TreeLoader::begun).reversed()));
    return byOrigin;
  }

  private static Instant begun(Node node) {
    return switch (node) {
      case StartingNode starting -> Instant.MAX;
      case RunNode run -> run.started();
      default -> Instant.MIN;
    };
  }

  private Node run(String id) {
    try {
      RecordSummary summary = summaries.get(id);
      if (summary == null) {
        summary = new RecordSummary(workspace.runs().resolve(id));
      }
      summary.update();
      summaries.put(id, summary);
      RunNode node = summary.node();
      anyGoingOn |= !node.state().ended();
      Optional<RunState> here = runs.live(id).map(run -> run.model().state());
      return here.isPresent() ? node.in(here.get()) : node;
    } catch (IOException | InvalidInputException e) {
      summaries.remove(id);
      return new DamagedRunNode(id, e.getLocalizedMessage());
    }
  }
}
