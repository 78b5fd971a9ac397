package org.archipelago.ui.workbench.editor;

import org.archipelago.ui.common.Palette;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/** Colours keys, quoted texts, numbers and comments; running text stays as it is. */
final class YamlScanner extends RuleBasedScanner {

  private final Token quoted = new Token(null);
  private final Token comment = new Token(null);
  private final Token key = new Token(null);
  private final Token number = new Token(null);

  YamlScanner() {
    setRules(new IRule[] {
      new EndOfLineRule("#", comment),
      atPlaceOfValue(new SingleLineRule("\"", "\"", quoted, '\\')),
      atPlaceOfValue(new SingleLineRule("'", "'", quoted)),
      new WordRule(key, number)
    });
  }

  /** Takes the colours that go with the control's background. */
  void colour(Control control) {
    quoted.setData(new TextAttribute(Palette.TEXT_VALUE.on(control)));
    comment.setData(new TextAttribute(Palette.QUIET.on(control), null, SWT.ITALIC));
    key.setData(new TextAttribute(Palette.KEY.on(control)));
    number.setData(new TextAttribute(Palette.NUMBER.on(control)));
  }

  private static IRule atPlaceOfValue(IRule rule) {
    return scanner -> {
      String before = lineBefore(scanner);
      return isPlaceOfValue(before) ? rule.evaluate(scanner) : Token.UNDEFINED;
    };
  }

  /** After a key, or in a list. */
  private static boolean isPlaceOfValue(String before) {
    return before.endsWith(":") || before.endsWith("[") || before.endsWith(",") && isInBrackets(before);
  }

  /** At the beginning of a line, or in a map. */
  private static boolean isPlaceOfKey(String before) {
    return before.isEmpty() || before.endsWith("{") || before.endsWith(",") && isInBrackets(before);
  }

  private static boolean isInBrackets(String before) {
    return before.contains(": {") || before.contains("[");
  }

  /** The line up to the scanner's place, trailing blanks left out. */
  private static String lineBefore(ICharacterScanner scanner) {
    int length = Math.max(0, scanner.getColumn());
    for (int i = 0; i < length; i++) {
      scanner.unread();
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < length; i++) {
      line.append((char) scanner.read());
    }
    return line.toString().stripTrailing();
  }

  /** A word before a colon is a key, a number at the place of a value is a number. */
  private record WordRule(IToken key, IToken number) implements IRule {

    @Override
    public IToken evaluate(ICharacterScanner scanner) {
      String before = lineBefore(scanner);
      int first = scanner.read();
      if (!isPartOfWord(first)) {
        scanner.unread();
        return Token.UNDEFINED;
      }
      int next = scanner.read();
      while (isPartOfWord(next)) {
        next = scanner.read();
      }
      scanner.unread();
      if (next == ':' && isPlaceOfKey(before)) {
        return key;
      }
      boolean isNumber = Character.isDigit(first) || first == '-';
      return isNumber && isPlaceOfValue(before) ? number : Token.WHITESPACE;
    }

    private static boolean isPartOfWord(int character) {
      return Character.isLetterOrDigit(character) || "_-.".indexOf(character) >= 0;
    }
  }
}
