package org.archipelago.ui.workbench.experiments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archipelago.results.Format;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.experiments.Node.DamagedRunNode;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.GroupNode;
import org.archipelago.ui.workbench.experiments.Node.Heading;
import org.archipelago.ui.workbench.experiments.Node.HintNode;
import org.archipelago.ui.workbench.experiments.Node.PartitionNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.Node.SampleNode;
import org.archipelago.ui.workbench.experiments.Node.StartingNode;
import org.archipelago.ui.workbench.run.RunSnapshot;
import org.archipelago.ui.workbench.run.RunWords;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;

/** Names, figures and icons of the tree. */
final class NodeLabels extends LabelProvider implements IStyledLabelProvider {

  private static final String GAP = "  ";

  @Override
  public StyledString getStyledText(Object element) {
    return switch ((Node) element) {
      case GroupNode group -> new StyledString(heading(group.heading()));
      case SampleNode node ->
          new StyledString(node.sample().id())
              .append(count(node), StyledString.COUNTER_STYLER)
              .append(GAP + node.sample().title(), StyledString.QUALIFIER_STYLER);
      case FileNode node ->
          new StyledString(fileName(node)).append(count(node), StyledString.COUNTER_STYLER);
      case PartitionNode node -> new StyledString(node.file().getFileName().toString());
      case StartingNode node -> starting(node.run().model().snapshot());
      case RunNode run -> run(run);
      case DamagedRunNode run ->
          new StyledString(run.id())
              .append(GAP + Messages.Experiments_damaged, StyledString.QUALIFIER_STYLER);
      case HintNode hint -> new StyledString(hint.text(), StyledString.QUALIFIER_STYLER);
    };
  }

  @Override
  public String getText(Object element) {
    return getStyledText(element).getString();
  }

  private static String count(Node node) {
    return node.children().isEmpty()
        ? ""
        : GAP
            + Format.many(
                node.children().size(), Messages.Experiments_run_one, Messages.Experiments_run_many);
  }

  private static StyledString starting(RunSnapshot run) {
    StyledString text = new StyledString(RunWords.of(run));
    return text.append(GAP + run.name(), StyledString.QUALIFIER_STYLER);
  }

  private static StyledString run(RunNode run) {
    StyledString text = new StyledString();
    if (!run.figure().isEmpty()) {
      text.append(run.figure() + GAP, StyledString.COUNTER_STYLER);
    }
    text.append(time(run.started()));
    return text.append(GAP + state(run), StyledString.QUALIFIER_STYLER);
  }

  private static String state(RunNode run) {
    String state = RunWords.of(run.state());
    return run.attacked() ? NLS.bind(Messages.Compare_attacked, state) : state;
  }

  private static String time(Instant instant) {
    var local = instant.atZone(ZoneId.systemDefault());
    DateTimeFormatter format =
        local.toLocalDate().equals(LocalDate.now())
            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    return format.format(local);
  }

  private static String heading(Heading heading) {
    return switch (heading) {
      case SAMPLES -> Messages.Experiments_samples;
      case EXPERIMENTS -> Messages.Experiments_own;
      case OTHER_RUNS -> Messages.Experiments_otherRuns;
    };
  }

  static String fileName(FileNode node) {
    return node.file().getFileName().toString();
  }

  /** Everything worth knowing, for the tool tip. */
  static String details(Node node) {
    return switch (node) {
      case GroupNode group -> null;
      case SampleNode sample -> sample.sample().title();
      case FileNode file -> file.file().toString();
      case PartitionNode partition -> partition.file().toString();
      case StartingNode starting -> starting.run().model().snapshot().name();
      case RunNode run ->
          Stream.of(
                  run.name(),
                  state(run)
                      + ", "
                      + Format.many(run.rounds(), Messages.Experiments_round, Messages.Experiments_rounds),
                  run.figure().isEmpty()
                      ? ""
                      : NLS.bind(Messages.Experiments_best, run.figure(), Format.count(run.bestRound())),
                  run.privacy(),
                  time(run.started()))
              .filter(line -> !line.isEmpty())
              .collect(Collectors.joining("\n"));
      case DamagedRunNode run -> run.problem();
      case HintNode hint -> hint.text();
    };
  }

  @Override
  public Image getImage(Object element) {
    return switch ((Node) element) {
      case GroupNode group ->
          switch (group.heading()) {
            case SAMPLES, EXPERIMENTS -> Icons.FOLDER.image();
            case OTHER_RUNS -> Icons.RUNS.image();
          };
      case SampleNode sample -> Icons.SAMPLE.image();
      case FileNode file -> Icons.EXPERIMENT.image();
      case PartitionNode partition -> Icons.PARTITION.image();
      case StartingNode node ->
          (node.run().model().isQueued() ? Icons.STATE_PAUSED : Icons.STATE_ACTIVE).image();
      case RunNode run -> RunWords.icon(run.state()).image();
      case DamagedRunNode run -> Icons.STATE_FAILED.image();
      case HintNode hint -> null;
    };
  }
}
