package org.archipelago.ui.workbench.run;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.osgi.util.NLS;

/** Short names of runs that stand beside each other. */
final class RunNames {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM);

  private RunNames() {}

  /** A name each, with the time at which it began where several have the same, or a number at last. */
  static List<String> of(List<RunModel> runs, RunOrigins origins) {
    List<String> names = runs.stream().map(run -> name(run, origins)).toList();
    List<String> unique = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      String name = names.get(i);
      boolean shared = Collections.frequency(names, name) > 1;
      unique.add(numbered(shared ? timed(name, runs.get(i)) : name, unique));
    }
    return unique;
  }

  private static String timed(String name, RunModel run) {
    return started(run)
        .map(time -> NLS.bind(Messages.Compare_nameAndTime, name, time))
        .orElse(name);
  }

  private static String numbered(String name, List<String> taken) {
    String candidate = name;
    for (int number = 2; taken.contains(candidate); number++) {
      candidate = NLS.bind(Messages.Compare_nameAndNumber, name, number);
    }
    return candidate;
  }

  /** The name of the experiment's file or sample where it is known, as it stands in the tree. */
  static String name(RunModel run, RunOrigins origins) {
    return origins.of(run.id()).map(RunNames::ofOrigin).orElseGet(() -> run.snapshot().name());
  }

  /** The sample's id, or the file's name without its ending. */
  static String ofOrigin(String origin) {
    String name = origin.substring(origin.indexOf(':') + 1);
    return name.endsWith(Workspace.ENDING)
        ? name.substring(0, name.length() - Workspace.ENDING.length())
        : name;
  }

  private static Optional<String> started(RunModel run) {
    return run.snapshot().header().map(header -> time(header.provenance().started()));
  }

  /** The time of today, or day and time. */
  private static String time(Instant instant) {
    var local = instant.atZone(ZoneId.systemDefault());
    boolean today = local.toLocalDate().equals(java.time.LocalDate.now());
    return (today ? TIME : DAY).format(local);
  }
}
