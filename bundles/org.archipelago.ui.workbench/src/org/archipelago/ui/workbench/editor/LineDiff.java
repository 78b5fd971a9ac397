package org.archipelago.ui.workbench.editor;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line: a longest common subsequence, as {@code diff} shows it. */
public final class LineDiff {

  /** In which of the texts a line is. */
  public enum Side {
    BOTH(" "),
    MINE("\u2212"),
    THEIRS("+");

    private final String sign;

    Side(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** A line of either text or both. */
  public record Line(Side side, String text) {}

  private LineDiff() {}

  /** All lines of both texts, in their order. */
  public static List<Line> of(String mine, String theirs) {
    List<String> left = mine.lines().toList();
    List<String> right = theirs.lines().toList();
    int[][] common = commonBehind(left, right);
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
        lines.add(new Line(Side.BOTH, left.get(i++)));
        j++;
      } else if (j == right.size() || i < left.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line(Side.MINE, left.get(i++)));
      } else {
        lines.add(new Line(Side.THEIRS, right.get(j++)));
      }
    }
    return lines;
  }

  /** The most lines that can be matched from a line of each on. */
  private static int[][] commonBehind(List<String> left, List<String> right) {
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] =
            left.get(i).equals(right.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
