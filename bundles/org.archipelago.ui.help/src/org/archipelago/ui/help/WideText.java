package org.archipelago.ui.help;

import java.lang.Character.UnicodeBlock;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;

/** What is particular to Chinese: its characters stand without blanks, and lines may end between them. */
final class WideText {

  private WideText() {}

  /** Whether a text has such characters. */
  static boolean in(String text) {
    return text.codePoints().anyMatch(WideText::isWide);
  }

  /** The parts of a text between which a line may end. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  /** Joins the lines of a page's file where no blank belongs between them. */
  static void joinLines(Node page) {
    page.accept(new AbstractVisitor() {
      @Override
      public void visit(SoftLineBreak lineBreak) {
        String before = Words.of(lineBreak.getPrevious());
        String after = Words.of(lineBreak.getNext());
        if (!before.isEmpty() && !after.isEmpty() && joins(before.codePointBefore(before.length()),
            after.codePointAt(0))) {
          lineBreak.unlink();
        }
      }
    });
  }

  private static boolean joins(int before, int after) {
    return isPunctuation(before) || isPunctuation(after) || isWide(before) && isWide(after);
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character) || isPunctuation(character) || "“”".indexOf(character) >= 0;
  }

  private static boolean isPunctuation(int character) {
    UnicodeBlock block = UnicodeBlock.of(character);
    return block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
        || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
  }
}
