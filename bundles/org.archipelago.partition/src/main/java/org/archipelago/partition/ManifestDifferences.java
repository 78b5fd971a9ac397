package org.archipelago.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.archipelago.data.RowPlaces;

/** What data is other in than when a manifest was made of it. */
final class ManifestDifferences {

  private static final int MOST_NAMES = 5;
  private static final int SHOWN_OF_HASH = 12;

  private final Manifest manifest;
  private final PartitionData now;

  ManifestDifferences(Manifest manifest, PartitionData now) {
    this.manifest = manifest;
    this.now = now;
  }

  /** In English; none where nothing differs. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    DataOrigin then = manifest.data();
    if (!then.hash().equals(now.hash())) {
      all.add(
          "The data is not the same: its SHA-256 was %s… and is %s… now."
              .formatted(start(then.hash()), start(now.hash())));
    }
    int rows = now.origin().map(origin -> origin.of().tableRows()).orElse(now.rows());
    if (then.tableRows() != rows) {
      all.add("The table had %,d rows and has %,d now.".formatted(then.tableRows(), rows));
    }
    if (!then.target().equals(now.target())) {
      all.add("The target was '%s' and is '%s' now.".formatted(then.target(), now.target()));
    }
    classes(then, all);
    rows(all);
    return all;
  }

  private static String start(String hash) {
    return hash.substring(0, Math.min(SHOWN_OF_HASH, hash.length()));
  }

  private void classes(DataOrigin then, List<String> all) {
    List<String> gone = new ArrayList<>(then.classes());
    gone.removeAll(now.classes());
    List<String> added = new ArrayList<>(now.classes());
    added.removeAll(then.classes());
    if (!gone.isEmpty()) {
      all.add("These classes are gone: %s.".formatted(listed(gone)));
    }
    if (!added.isEmpty()) {
      all.add("These classes are new: %s.".formatted(listed(added)));
    }
    List<Integer> counts = Manifest.counts(now.labels(), now.classes().size());
    List<String> other = new ArrayList<>();
    for (int label = 0; label < counts.size(); label++) {
      int before = then.classes().indexOf(now.classes().get(label));
      if (before >= 0 && !then.dealt().get(before).equals(counts.get(label))) {
        other.add(
            "%s had %d and has %d"
                .formatted(now.classes().get(label), then.dealt().get(before), counts.get(label)));
      }
    }
    if (!other.isEmpty()) {
      all.add("Rows to deal are others: %s.".formatted(listed(other)));
    }
  }

  private void rows(List<String> all) {
    boolean[] there = new boolean[Math.max(manifest.places().length, last(now.tableRows()) + 1)];
    int added = 0;
    for (int row : now.tableRows()) {
      there[row] = true;
      added += row >= manifest.places().length || manifest.places()[row] == RowPlaces.NOWHERE ? 1 : 0;
    }
    int lost = 0;
    for (int row = 0; row < manifest.places().length; row++) {
      boolean dealt = manifest.places()[row] >= 0 || manifest.places()[row] == Manifest.IN_RESERVE;
      lost += dealt && !there[row] ? 1 : 0;
    }
    if (lost > 0) {
      all.add(
          "%,d of the partition's rows can't be dealt any more: they are gone, or lack the target or a feature."
              .formatted(lost));
    }
    if (added > 0) {
      all.add("%,d rows are new; no client has them.".formatted(added));
    }
  }

  private static int last(int[] ascending) {
    return ascending.length == 0 ? -1 : ascending[ascending.length - 1];
  }

  private static String listed(List<String> texts) {
    String first = texts.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return texts.size() > MOST_NAMES ? first + " and %d more of them".formatted(texts.size() - MOST_NAMES) : first;
  }
}
