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

/** Colours keys, quoted texts, numbers and comments. */
final class YamlScanner extends RuleBasedScanner {

  YamlScanner(Control control) {
    IToken quoted = new Token(new TextAttribute(Palette.TEXT_VALUE.on(control)));
    IToken comment = new Token(new TextAttribute(Palette.QUIET.on(control), null, SWT.ITALIC));
    setRules(new IRule[] {
      new EndOfLineRule("#", comment),
      new SingleLineRule("\"", "\"", quoted, '\\'),
      new SingleLineRule("'", "'", quoted),
      new WordRule(
          new Token(new TextAttribute(Palette.KEY.on(control))),
          new Token(new TextAttribute(Palette.NUMBER.on(control))))
    });
  }

  /** A word before a colon is a key, a number after one is a number; running text is neither. */
  private static final class WordRule implements IRule {

    private static final int LINE_START = 0;

    private final IToken key;
    private final IToken number;

    WordRule(IToken key, IToken number) {
      this.key = key;
      this.number = number;
    }

    @Override
    public IToken evaluate(ICharacterScanner scanner) {
      int before = lastBefore(scanner);
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
      if (next == ':' && (before == LINE_START || before == '{' || before == ',')) {
        return key;
      }
      boolean isNumber = Character.isDigit(first) || first == '-';
      boolean isValue = before == ':' || before == '[' || before == ',';
      return isNumber && isValue ? number : Token.WHITESPACE;
    }

    /** The character before this place in its line, blanks left out. */
    private static int lastBefore(ICharacterScanner scanner) {
      int steps = 0;
      int found = LINE_START;
      while (found == LINE_START && scanner.getColumn() > 0) {
        scanner.unread();
        int character = scanner.read();
        scanner.unread();
        steps++;
        found = Character.isWhitespace(character) ? LINE_START : character;
      }
      for (int i = 0; i < steps; i++) {
        scanner.read();
      }
      return found;
    }

    private static boolean isPartOfWord(int character) {
      return Character.isLetterOrDigit(character) || "_-.".indexOf(character) >= 0;
    }
  }
}
