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
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.Node.SampleNode;
import org.archipelago.ui.workbench.run.RunWords;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
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
              .append(GAP + node.sample().title(), StyledString.QUALIFIER_STYLER);
      case FileNode node -> new StyledString(fileName(node));
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

  private static StyledString run(RunNode run) {
    StyledString text = new StyledString(time(run.started()));
    String figure = run.state().ended() ? run.figure() : RunWords.of(run.state());
    if (!figure.isEmpty()) {
      text.append(GAP + figure, StyledString.COUNTER_STYLER);
    }
    return text.append(GAP + run.name(), StyledString.QUALIFIER_STYLER);
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
      case RUNS -> Messages.Experiments_runs;
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
      case RunNode run ->
          Stream.of(
                  run.name(),
                  RunWords.of(run.state())
                      + ", "
                      + Format.many(run.rounds(), Messages.Experiments_round, Messages.Experiments_rounds),
                  run.figure(),
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
            case RUNS -> Icons.RUNS.image();
          };
      case SampleNode sample -> Icons.SAMPLE.image();
      case FileNode file -> Icons.EXPERIMENT.image();
      case RunNode run -> RunWords.icon(run.state()).image();
      case DamagedRunNode run -> Icons.STATE_FAILED.image();
      case HintNode hint -> null;
    };
  }
}
