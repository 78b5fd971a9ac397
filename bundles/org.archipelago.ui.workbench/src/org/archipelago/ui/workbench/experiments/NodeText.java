package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.util.Optional;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentInput;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.Node.SampleNode;
import org.archipelago.ui.workbench.run.RunOrigins;
import org.archipelago.ui.workbench.run.RunStarter;

/**
 * The experiment that an entry of the tree stands for: a sample, a file, or what a run's record keeps.
 *
 * @param fileName how messages call it
 * @param stem a name for a copy of it
 * @param input what an editor edits; nothing for a record, which nobody changes
 */
record NodeText(Node node, String fileName, String stem, Optional<ExperimentInput> input) {

  static boolean isIn(Node node) {
    return node.isExperiment() || node instanceof RunNode;
  }

  static NodeText of(Node node) {
    return switch (node) {
      case SampleNode sample -> edited(node, sample.sample().id(), NodeOpener.input(sample));
      case FileNode file -> edited(node, FileName.stem(file.file()), NodeOpener.input(file));
      case RunNode run -> new NodeText(node, run.id(), FileName.suggested(run.name()), Optional.empty());
      default -> throw new IllegalArgumentException("is no experiment: " + node);
    };
  }

  private static NodeText edited(Node node, String stem, ExperimentInput input) {
    return new NodeText(node, input.fileName(), stem, Optional.of(input));
  }

  /** What a run of it is started from, as in {@link RunOrigins}; empty where that is not known. */
  String origin(RunOrigins origins) {
    return input.map(RunStarter::origin).orElseGet(() -> origins.of(fileName).orElse(""));
  }

  /** The text as it is kept. */
  String read(Workspace workspace) throws IOException {
    return switch (node) {
      case SampleNode sample -> sample.sample().text();
      case FileNode file -> ExperimentReader.textOf(file.file());
      default -> workspace.repository().open(fileName).header().text();
    };
  }
}
