package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.ConfusionMatrix;

/** How often each class was taken for which: a line a true class, a column a predicted one, both numbered. */
final class ConfusionText {

  private static final int MOST_CLASSES = 20;
  private static final int WIDEST_NAME = 30;
  private static final int GAP = 2;

  private final ConfusionMatrix matrix;
  private final List<String> classes;

  ConfusionText(ConfusionMatrix matrix, List<String> classes) {
    this.matrix = matrix;
    this.classes = classes;
  }

  void print(PrintWriter out) {
    out.println();
    if (classes.size() > MOST_CLASSES) {
      out.println(Words.say("confusion.report", Integer.toString(classes.size())));
      return;
    }
    out.println(Words.say("confusion.heading"));
    out.println();
    int numbers = Integer.toString(classes.size()).length();
    int names = classes.stream().mapToInt(name -> TextWidth.of(cut(name))).max().orElse(0);
    int cells = GAP + Math.max(numbers, Long.toString(most()).length());
    StringBuilder head = new StringBuilder(" ".repeat(numbers + 1 + names));
    IntStream.rangeClosed(1, classes.size())
        .forEach(number -> head.append(TextWidth.rightAligned(Integer.toString(number), cells, 0)));
    out.println(head);
    for (int truth = 0; truth < classes.size(); truth++) {
      StringBuilder line =
          new StringBuilder(TextWidth.rightAligned(Integer.toString(truth + 1), numbers, 0));
      line.append(' ').append(TextWidth.rightAligned(cut(classes.get(truth)), names, 0));
      for (int predicted = 0; predicted < classes.size(); predicted++) {
        String count = Long.toString(matrix.count(truth, predicted));
        line.append(TextWidth.rightAligned(count, cells, 0));
      }
      out.println(line);
    }
  }

  private long most() {
    return matrix.counts().stream().flatMap(List::stream).mapToLong(Long::longValue).max().orElse(0);
  }

  private static String cut(String name) {
    return TextWidth.of(name) <= WIDEST_NAME ? name : TextWidth.cut(name, WIDEST_NAME - 1) + "…";
  }
}
