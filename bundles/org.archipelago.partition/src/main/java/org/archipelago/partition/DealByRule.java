package org.archipelago.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentSpec;

record DealByRule(Dealing dealt, Catalog catalog) implements Edit {

  @Override
  public String name(Draft before) {
    ComponentSpec rule = dealt.rule();
    return "Deal by %s (%s), seed %d"
        .formatted(rule.id(), said(rule.parameters().asMap()), dealt.seed().value());
  }

  private static String said(Map<String, Object> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  public Optional<Dealing> dealing() {
    return Optional.of(dealt);
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    Draft fresh = Rules.deal(before.data(), dealt.rule(), dealt.seed(), catalog);
    return before.hasLocks() ? keepLocked(before, fresh, random) : fresh;
  }

  private static Draft keepLocked(Draft before, Draft fresh, RandomStream random) {
    int lastLocked =
        IntStream.range(0, before.locked().length).filter(cell -> before.locked()[cell]).max().orElseThrow()
            / before.data().classes().size();
    if (lastLocked >= fresh.clients().size()) {
      throw Refused.because(
          "'%s' has locked cells, but the rule makes only %d clients; unlock them, or ask for %d clients or more."
              .formatted(before.clients().get(lastLocked), fresh.clients().size(), lastLocked + 1));
    }
    Draft dealt = withNamesAndLocks(before, fresh);
    int[] places = dealt.clientOfRow().clone();
    for (int label = 0; label < before.data().classes().size(); label++) {
      keepLocked(before, dealt, label, places, random);
    }
    return dealt.withRows(places);
  }

  /** Clients with locked cells are the same as before, and so keep their names. */
  private static Draft withNamesAndLocks(Draft before, Draft fresh) {
    int classes = before.data().classes().size();
    boolean[] locks = Arrays.copyOf(before.locked(), fresh.clients().size() * classes);
    boolean sameNames = before.clients().size() == fresh.clients().size();
    List<String> names = sameNames ? before.clients() : names(before, fresh);
    return new Draft(fresh.data(), names, fresh.clientOfRow(), locks);
  }

  private static List<String> names(Draft before, Draft fresh) {
    List<String> names = new ArrayList<>();
    for (int client = 0; client < fresh.clients().size(); client++) {
      names.add(
          client < before.clients().size()
              ? before.clients().get(client)
              : ClientList.free(fresh.clients().get(client), names));
    }
    return names;
  }

  /**
   * Rows of locked cells stay, and those that were dealt into one take their places elsewhere; what is left over is dealt
   * in proportion to what the rule dealt of that class, to the reserve where no cell of it is free.
   */
  private static void keepLocked(
      Draft before, Draft dealt, int label, int[] places, RandomStream random) {
    int clients = dealt.clients().size();
    int[] open = new int[clients];
    int[] moved =
        IntStream.range(0, places.length)
            .filter(row -> before.data().labels()[row] == label)
            .filter(row -> !isLocked(before, before.clientOfRow()[row], label))
            .filter(row -> isLocked(dealt, places[row], label))
            .toArray();
    int[] wanted = new int[clients];
    for (int row = 0; row < places.length; row++) {
      if (before.data().labels()[row] == label && isLocked(before, before.clientOfRow()[row], label)) {
        if (places[row] != Draft.NOBODY && !dealt.isLocked(places[row], label)) {
          wanted[places[row]]++;
        }
        places[row] = before.clientOfRow()[row];
      } else if (before.data().labels()[row] == label && places[row] != Draft.NOBODY) {
        open[places[row]] += dealt.isLocked(places[row], label) ? 0 : 1;
      }
    }
    random.shuffle(moved);
    give(moved, wanted, open, places);
  }

  private static void give(int[] moved, int[] wanted, int[] open, int[] places) {
    int holes = Arrays.stream(wanted).sum();
    int[] shares = holes == 0 ? wanted : Draw.shares(wanted, Math.min(holes, moved.length));
    int left = moved.length - Arrays.stream(shares).sum();
    int[] weights = IntStream.range(0, open.length).map(client -> open[client] + wanted[client]).toArray();
    if (left > 0 && Arrays.stream(weights).sum() > 0) {
      int[] more = Draw.shares(weights, left);
      shares = add(shares, more);
    }
    Arrays.stream(moved).forEach(row -> places[row] = Draft.NOBODY);
    DealReserve.give(moved, shares, places);
  }

  private static int[] add(int[] one, int[] other) {
    return IntStream.range(0, one.length).map(i -> one[i] + other[i]).toArray();
  }

  private static boolean isLocked(Draft draft, int client, int label) {
    return client != Draft.NOBODY && draft.isLocked(client, label);
  }
}
