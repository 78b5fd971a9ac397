package org.archipelago.ui.workbench.experiments;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.archipelago.core.RunState;
import org.archipelago.store.samples.SampleExperiment;

/** What stands in the tree of the Experiments view. */
public sealed interface Node {

  /** The three headings of the tree. */
  enum Heading {
    SAMPLES,
    EXPERIMENTS,
    RUNS
  }

  /** A heading and what stands under it. */
  record GroupNode(Heading heading, List<Node> children) implements Node {
    public GroupNode {
      children = List.copyOf(children);
    }

    /** The heading alone tells groups apart, so that the tree stays unfolded when its contents change. */
    @Override
    public boolean equals(Object other) {
      return other instanceof GroupNode group && group.heading == heading;
    }

    @Override
    public int hashCode() {
      return heading.hashCode();
    }
  }

  /** An experiment that ships with the program. */
  record SampleNode(SampleExperiment sample) implements Node {}

  /** An experiment of the user's. */
  record FileNode(Path file) implements Node {}

  /**
   * A recorded run.
   *
   * @param id the record's name
   * @param name the experiment's name
   * @param started when it began
   * @param state where it stands
   * @param rounds whole rounds done
   * @param figure accuracy or R² after the last round, formatted; empty when there is none
   * @param privacy ε spent, formatted with its stamp; empty without a privacy strategy
   */
  record RunNode(
      String id, String name, Instant started, RunState state, int rounds, String figure, String privacy)
      implements Node {

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
