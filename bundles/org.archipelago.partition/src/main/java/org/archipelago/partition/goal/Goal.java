package org.archipelago.partition.goal;

import java.util.List;
import org.archipelago.data.skew.SkewMeasure;

/** Something that a partition is to fulfil. Its text is what files and command lines say; {@link GoalText} reads it. */
public sealed interface Goal permits Goal.Figure, Goal.Size, Goal.Count, Goal.Reserve {

  String text();

  /**
   * A figure of the whole partition near a value.
   *
   * @param measure what is averaged
   * @param byRows whether clients weigh as many rows as they have
   * @param excess whether the value is that over chance
   * @param value what it is to be
   * @param tolerance how far from it is near enough, above 0
   */
  record Figure(SkewMeasure measure, boolean byRows, boolean excess, double value, double tolerance)
      implements Goal {

    public String id() {
      return measure.id() + (byRows ? ".weighted" : ".mean");
    }

    @Override
    public String text() {
      return "%s %s %s +- %s".formatted(excess ? "excess" : "value", id(), value, tolerance);
    }
  }

  /**
   * Rows of every client between bounds.
   *
   * @param clients names; all clients if empty
   * @param least at least 0
   * @param most {@link Integer#MAX_VALUE} if any number will do
   */
  record Size(List<String> clients, int least, int most) implements Goal {
    public Size {
      clients = List.copyOf(clients);
    }

    @Override
    public String text() {
      return "size " + GoalText.range(least, most) + GoalText.on(clients);
    }
  }

  /**
   * Rows of a class on every client between bounds.
   *
   * @param label name of the class
   * @param clients names; all clients if empty
   * @param least at least 0
   * @param most 0 keeps the class off; {@link Integer#MAX_VALUE} if any number will do
   */
  record Count(String label, List<String> clients, int least, int most) implements Goal {
    public Count {
      clients = List.copyOf(clients);
    }

    @Override
    public String text() {
      return (most == 0 ? "without " : "count " + GoalText.range(least, most) + " of ")
          + GoalText.name(label)
          + GoalText.on(clients);
    }
  }

  /** What becomes of the rows that no client has. */
  record Reserve(ReserveUse use) implements Goal {
    @Override
    public String text() {
      return "reserve " + use.id();
    }
  }

  /** What becomes of the rows that no client has. */
  enum ReserveUse {
    /** They stay the same, and the clients' rows stay with clients. */
    KEPT("kept"),
    /** All are dealt. */
    EMPTY("empty"),
    /** Rows may come from the reserve and go there. */
    FREE("free");

    private final String id;

    ReserveUse(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }
}
