package org.archipelago.partition;

import java.util.List;
import java.util.Map;
import org.archipelago.core.catalog.Catalog;

/** The changes of a draft that there are. Which rows of a cell are moved is drawn. */
public final class Edits {

  private Edits() {}

  /**
   * Moves rows of a class.
   *
   * @param from a client, or {@link Draft#NOBODY} for the reserve
   * @param to likewise
   */
  public static Edit move(int count, int label, int from, int to) {
    return new MoveRows(count, label, from, to);
  }

  /**
   * Moves rows of several cells in one step.
   *
   * @param counts how many of each cell, whose client may be {@link Draft#NOBODY}
   * @param to a client, or {@link Draft#NOBODY} for the reserve
   */
  public static Edit moveAll(Map<Cell, Integer> counts, int to) {
    return new MoveCells(counts, to);
  }

  /** Sets how many rows of a class a client has: see {@link #setCounts}. */
  public static Edit setCount(Cell cell, int count) {
    return setCounts(Map.of(cell, count));
  }

  /**
   * Sets how many rows cells have. What a cell has too many goes to the reserve; what it lacks is taken from the reserve
   * and then, in proportion to what they have, from the clients whose cells of that class are neither set nor locked.
   */
  public static Edit setCounts(Map<Cell, Integer> counts) {
    return new SetCounts(counts);
  }

  /** Deals the reserve to all cells that are not locked, in proportion to the clients' sizes. */
  public static Edit dealReserve() {
    return new DealReserve();
  }

  /** Locks cells: no edit changes them until they are unlocked. */
  public static Edit lock(List<Cell> cells) {
    return new SetLocks(cells, true);
  }

  public static Edit unlock(List<Cell> cells) {
    return new SetLocks(cells, false);
  }

  /** Splits a client into several, each with as equal a part of every class as whole rows allow. */
  public static Edit split(int client, int parts) {
    return new SplitClient(client, parts);
  }

  /** Makes clients one, in the place and with the name of the first of them. */
  public static Edit merge(List<Integer> clients) {
    return new MergeClients(clients);
  }

  /** Adds a client without rows behind all others. */
  public static Edit add(String name) {
    return new AddClient(name);
  }

  /** Removes clients; their rows go to the reserve. */
  public static Edit remove(List<Integer> clients) {
    return new RemoveClients(clients);
  }

  public static Edit rename(int client, String name) {
    return new RenameClient(client, name);
  }

  /**
   * Deals all rows by a rule, with another rule, other parameters or another seed. Locked cells keep their rows, and what
   * the rule would have put there is dealt to the others as it deals them.
   */
  public static Edit deal(Dealing dealing, Catalog catalog) {
    return new DealByRule(dealing, catalog);
  }

  /**
   * Puts a draft of the same data and clients in place of the current one, such as a solver's.
   *
   * @param name what it is called, in English
   */
  public static Edit replace(String name, Draft draft) {
    return new Replace(name, draft);
  }

  /**
   * Takes clients and their rows from a draft that was read from a file.
   *
   * @param file its name
   * @param read of the same rows as the draft that it is applied to
   */
  public static Edit read(String file, Draft read) {
    return new ReadRows(file, read);
  }
}
