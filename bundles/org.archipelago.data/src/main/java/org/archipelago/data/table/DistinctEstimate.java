package org.archipelago.data.table;

import java.util.TreeSet;

/**
 * Estimates how many different texts there are from the smallest of their hashes, without keeping the texts
 * (Bar-Yossef et al. 2002, "Counting distinct elements in a data stream", algorithm 1); exact for few.
 */
final class DistinctEstimate {

  private static final int KEPT = 1024;

  private final TreeSet<Long> smallest = new TreeSet<>();

  void add(String text) {
    long hash = hash(text);
    if (smallest.size() < KEPT) {
      smallest.add(hash);
    } else if (hash < smallest.last() && smallest.add(hash)) {
      smallest.pollLast();
    }
  }

  /** FNV-1a, its bits mixed by the finalizer of SplitMix64; above zero. */
  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return (hash ^ (hash >>> 31)) >>> 1;
  }

  double count() {
    return smallest.size() < KEPT
        ? smallest.size()
        : (KEPT - 1) / ((double) smallest.last() / Long.MAX_VALUE);
  }
}
