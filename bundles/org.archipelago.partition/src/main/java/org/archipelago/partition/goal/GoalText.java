package org.archipelago.partition.goal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.data.skew.SkewMeasure;
import org.archipelago.partition.goal.Goal.ReserveUse;

/**
 * Goals as people write them: {@code excess jsd.mean 0.2 +- 0.02}, {@code size 100..400}, {@code size 20.. on client 3},
 * {@code without 3 on client 2, client 5}, {@code count 5..20 of 3}, {@code reserve free}. Names with commas, quotes or
 * the word <em>on</em> stand in quotes, a quote inside doubled.
 */
public final class GoalText {

  /** A goal of each kind, for messages and help. */
  public static final List<String> EXAMPLES =
      List.of(
          "excess jsd.mean 0.2 +- 0.02",
          "size 100..400",
          "size 20.. on client 3",
          "without 3 on client 2, client 5",
          "count 5..20 of 3",
          "reserve free");

  private static final String NUMBER = "([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)";
  private static final String BOUNDS = "([0-9]*)\\s*\\.\\.\\s*([0-9]*)|([0-9]+)";
  private static final String NAME = "\"(?:[^\"]|\"\")*\"|[^\",]+?";
  private static final String ON = "(?:\\s+on\\s+(.+))?";
  private static final Pattern FIGURE =
      Pattern.compile("(excess|value)\\s+([a-z0-9.]+)\\s+" + NUMBER + "\\s*(?:±|\\+-|\\+/-)\\s*" + NUMBER);
  private static final Pattern SIZE = Pattern.compile("size\\s+(?:" + BOUNDS + ")" + ON);
  private static final Pattern COUNT =
      Pattern.compile("count\\s+(?:" + BOUNDS + ")\\s+of\\s+(" + NAME + ")" + ON);
  private static final Pattern WITHOUT = Pattern.compile("without\\s+(" + NAME + ")" + ON);
  private static final Pattern RESERVE = Pattern.compile("reserve\\s+(\\w+)");
  private static final Pattern LISTED = Pattern.compile("\\s*(" + NAME + ")\\s*(?:,|$)");
  private static final Pattern PLAIN = Pattern.compile("[^\",\\s]+(?: [^\",\\s]+)*");

  private GoalText() {}

  /** @throws InvalidInputException if it is no goal; the message shows one of each kind */
  public static Goal parse(String text) {
    String goal = text.strip();
    return figure(goal)
        .or(() -> size(goal))
        .or(() -> count(goal))
        .or(() -> without(goal))
        .or(() -> reserve(goal))
        .orElseThrow(
            () ->
                invalid(
                    "'%s' is no goal. Goals are such as: %s."
                        .formatted(goal, String.join("; ", EXAMPLES))));
  }

  private static Optional<Goal> figure(String goal) {
    Matcher said = FIGURE.matcher(goal);
    if (!said.matches()) {
      return Optional.empty();
    }
    double tolerance = number(said.group(4), goal);
    if (!(tolerance > 0)) {
      throw invalid("'%s' needs a tolerance above 0, such as +- 0.02.".formatted(goal));
    }
    String id = said.group(2);
    boolean byRows = id.endsWith(".weighted");
    for (SkewMeasure measure : SkewMeasure.values()) {
      if (id.equals(measure.id() + (byRows ? ".weighted" : ".mean"))) {
        boolean excess = said.group(1).equals("excess");
        return Optional.of(new Goal.Figure(measure, byRows, excess, number(said.group(3), goal), tolerance));
      }
    }
    throw invalid("There is no figure '%s' to set a goal for. There are: %s.".formatted(id, figures()));
  }

  private static String figures() {
    return Arrays.stream(SkewMeasure.values())
        .flatMap(measure -> List.of(measure.id() + ".mean", measure.id() + ".weighted").stream())
        .collect(Collectors.joining(", "));
  }

  private static Optional<Goal> size(String goal) {
    Matcher said = SIZE.matcher(goal);
    return said.matches()
        ? Optional.of(new Goal.Size(names(said.group(4), goal), least(said, goal), most(said, goal)))
        : Optional.empty();
  }

  private static Optional<Goal> count(String goal) {
    Matcher said = COUNT.matcher(goal);
    return said.matches()
        ? Optional.of(
            new Goal.Count(
                unquoted(said.group(4)), names(said.group(5), goal), least(said, goal), most(said, goal)))
        : Optional.empty();
  }

  private static Optional<Goal> without(String goal) {
    Matcher said = WITHOUT.matcher(goal);
    return said.matches()
        ? Optional.of(new Goal.Count(unquoted(said.group(1)), names(said.group(2), goal), 0, 0))
        : Optional.empty();
  }

  private static Optional<Goal> reserve(String goal) {
    Matcher said = RESERVE.matcher(goal);
    if (!said.matches()) {
      return Optional.empty();
    }
    for (ReserveUse use : ReserveUse.values()) {
      if (use.id().equals(said.group(1))) {
        return Optional.of(new Goal.Reserve(use));
      }
    }
    throw invalid("The reserve can be kept, empty or free, not '%s'.".formatted(said.group(1)));
  }

  private static int least(Matcher said, String goal) {
    String exact = said.group(3);
    String least = exact == null ? said.group(1) : exact;
    return least.isEmpty() ? 0 : whole(least, goal);
  }

  private static int most(Matcher said, String goal) {
    String exact = said.group(3);
    String text = exact == null ? said.group(2) : exact;
    int most = text.isEmpty() ? Integer.MAX_VALUE : whole(text, goal);
    if (most < least(said, goal)) {
      throw invalid("In '%s' the least number of rows is above the most.".formatted(goal));
    }
    return most;
  }

  private static int whole(String text, String goal) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException tooLarge) {
      throw invalid("'%s' names more rows than there can be: %s.".formatted(goal, text));
    }
  }

  private static double number(String text, String goal) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      throw invalid("'%s' needs a number instead of '%s'.".formatted(goal, text));
    }
  }

  private static List<String> names(String listed, String goal) {
    List<String> names = new ArrayList<>();
    Matcher name = LISTED.matcher(listed == null ? "" : listed.strip());
    while (name.lookingAt()) {
      names.add(unquoted(name.group(1)));
      name.region(name.end(), name.regionEnd());
    }
    if (name.regionStart() < name.regionEnd()) {
      throw invalid("'%s' does not list clients by names with commas between.".formatted(goal));
    }
    return names;
  }

  private static String unquoted(String name) {
    String bare = name.strip();
    return bare.startsWith("\"") ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") : bare;
  }

  static String range(int least, int most) {
    if (least == most) {
      return Integer.toString(least);
    }
    return (least == 0 ? "" : least) + ".." + (most == Integer.MAX_VALUE ? "" : most);
  }

  static String on(List<String> clients) {
    return clients.isEmpty()
        ? ""
        : clients.stream().map(GoalText::name).collect(Collectors.joining(", ", " on ", ""));
  }

  static String name(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !(" " + name + " ").contains(" on ");
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static InvalidInputException invalid(String message) {
    return new InvalidInputException(Problem.atField("goal", message));
  }
}
