package org.archipelago.ui.workbench.experiments;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.archipelago.core.RunState;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.ui.workbench.run.LiveRun;

/**
 * What stands in the tree of the Experiments view. Nodes are equal when they stand for the same thing,
 * whatever stands beneath them, so that the tree stays unfolded and selected when its contents change.
 */
public sealed interface Node {

  /** The headings of the tree. */
  enum Heading {
    SAMPLES,
    EXPERIMENTS,
    OTHER_RUNS
  }

  /** What stands beneath it. */
  default List<Node> children() {
    return List.of();
  }

  /** Whether it can be run: an experiment. */
  default boolean isExperiment() {
    return false;
  }

  /** A heading and what stands under it. */
  record GroupNode(Heading heading, List<Node> children) implements Node {
    public GroupNode {
      children = List.copyOf(children);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof GroupNode group && group.heading == heading;
    }

    @Override
    public int hashCode() {
      return heading.hashCode();
    }
  }

  /** An experiment that ships with the program, and its runs. */
  record SampleNode(SampleExperiment sample, List<Node> children) implements Node {
    public SampleNode {
      children = List.copyOf(children);
    }

    @Override
    public boolean isExperiment() {
      return true;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SampleNode node && node.sample.equals(sample);
    }

    @Override
    public int hashCode() {
      return sample.hashCode();
    }
  }

  /** An experiment of the user's, and its runs. */
  record FileNode(Path file, List<Node> children) implements Node {
    public FileNode {
      children = List.copyOf(children);
    }

    @Override
    public boolean isExperiment() {
      return true;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof FileNode node && node.file.equals(file);
    }

    @Override
    public int hashCode() {
      return file.hashCode();
    }
  }

  /** A partition of the user's, kept as a manifest. */
  record PartitionNode(Path file) implements Node {}

  /** A run of this workbench that has no record yet: it is queued, or its data is being prepared. */
  record StartingNode(LiveRun run) implements Node {}

  /**
   * A recorded run.
   *
   * @param id the record's name
   * @param name the experiment's name
   * @param started when it began
   * @param state where it stands
   * @param rounds whole rounds done
   * @param figure the best accuracy or R² of any round, formatted; empty when there is none
   * @param bestRound the round of that figure
   * @param privacy ε spent, formatted with its stamp; empty without a privacy strategy
   * @param attacked whether clients attack, so that its figure must not pass for another's
   */
  record RunNode(
      String id,
      String name,
      Instant started,
      RunState state,
      int rounds,
      String figure,
      int bestRound,
      String privacy,
      boolean attacked)
      implements Node {

    RunNode in(RunState now) {
      return new RunNode(id, name, started, now, rounds, figure, bestRound, privacy, attacked);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof RunNode run && run.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** A record that can't be read. */
  record DamagedRunNode(String id, String problem) implements Node {}

  /** What to do where there is nothing yet. */
  record HintNode(String text) implements Node {}
}
