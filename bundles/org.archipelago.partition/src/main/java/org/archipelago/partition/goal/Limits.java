package org.archipelago.partition.goal;

import java.util.Arrays;

/**
 * Bounds of a matrix of holders and classes. Holders are the clients in their order, and the reserve as the last. Every
 * row of the data has a holder, so that the classes' totals are given.
 */
final class Limits {

  final int[] totals;
  final int[][] least;
  final int[][] most;
  final int[] leastSize;
  final int[] mostSize;

  /** Any matrix with those totals. */
  Limits(int holders, int[] totals) {
    this.totals = totals;
    this.least = new int[holders][totals.length];
    this.most = new int[holders][];
    this.leastSize = new int[holders];
    this.mostSize = new int[holders];
    Arrays.setAll(most, holder -> totals.clone());
    Arrays.fill(mostSize, Arrays.stream(totals).sum());
  }

  int holders() {
    return least.length;
  }

  int classes() {
    return totals.length;
  }

  void boundSize(int holder, int atLeast, int atMost) {
    leastSize[holder] = Math.max(leastSize[holder], atLeast);
    mostSize[holder] = Math.min(mostSize[holder], atMost);
  }

  void bound(int holder, int label, int atLeast, int atMost) {
    least[holder][label] = Math.max(least[holder][label], atLeast);
    most[holder][label] = Math.min(most[holder][label], atMost);
  }

  /** The least size that the bounds of the single classes leave room for, too. */
  int smallest(int holder) {
    return Math.max(leastSize[holder], Arrays.stream(least[holder]).sum());
  }

  int largest(int holder) {
    return (int) Math.min(mostSize[holder], Arrays.stream(most[holder]).asLongStream().sum());
  }

  /** Whether the bounds of every single holder can be met, were there rows enough. */
  boolean possible() {
    for (int holder = 0; holder < holders(); holder++) {
      for (int label = 0; label < classes(); label++) {
        if (least[holder][label] > most[holder][label]) {
          return false;
        }
      }
      if (smallest(holder) > largest(holder)) {
        return false;
      }
    }
    return true;
  }

  boolean allow(int[][] counts) {
    for (int holder = 0; holder < holders(); holder++) {
      int size = 0;
      for (int label = 0; label < classes(); label++) {
        int count = counts[holder][label];
        if (count < least[holder][label] || count > most[holder][label]) {
          return false;
        }
        size += count;
      }
      if (size < leastSize[holder] || size > mostSize[holder]) {
        return false;
      }
    }
    return true;
  }
}
