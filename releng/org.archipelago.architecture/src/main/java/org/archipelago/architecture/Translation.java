package org.archipelago.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * English texts and what they are in Chinese.
 *
 * @param english the originals
 * @param chinese their translations, by the same keys
 */
record Translation(TextBundle english, TextBundle chinese) {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

  /** Keys that have not been translated. */
  List<String> missing() {
    return less(english, chinese, "%s lacks %s".formatted(chinese.file(), "%s"));
  }

  /** Keys that no original has. */
  List<String> unknown() {
    return less(chinese, english, "%s has %s, which has no original".formatted(chinese.file(), "%s"));
  }

  private static List<String> less(TextBundle from, TextBundle taken, String sentence) {
    Set<String> keys = new TreeSet<>(from.texts().keySet());
    keys.removeAll(taken.texts().keySet());
    return keys.stream().map(sentence::formatted).toList();
  }

  /** Translations whose placeholders, links or line ends are not those of the original. */
  List<String> changedPlaceholders() {
    return violations(
        (original, text) -> TextBundle.placeholders(original).equals(TextBundle.placeholders(text)));
  }

  /** Translations without the mnemonic that the original has, or with it elsewhere than behind the text. */
  List<String> misplacedMnemonics() {
    return violations(
        (original, text) ->
            TextBundle.mnemonic(original).isEmpty()
                ? TextBundle.mnemonic(text).isEmpty()
                : text.contains("(&" + TextBundle.mnemonic(text) + ")"));
  }

  /**
   * Translations without a Chinese character.
   *
   * @param names what is written alike in both languages
   */
  List<String> leftInEnglish(Set<String> names) {
    return violations(
        (original, text) ->
            HAN.matcher(text).find() || !LATIN.matcher(words(text)).find() || names.contains(text));
  }

  private static String words(String text) {
    for (String placeholder : TextBundle.placeholders(text)) {
      text = text.replace(placeholder, "");
    }
    return text;
  }

  private List<String> violations(BiPredicate<String, String> rule) {
    List<String> wrong = new ArrayList<>();
    english.texts().forEach((key, original) -> {
      String text = chinese.texts().get(key);
      if (text != null && !rule.test(original, text)) {
        wrong.add("%s, %s: '%s' for '%s'".formatted(chinese.file(), key, text, original));
      }
    });
    return wrong;
  }
}
