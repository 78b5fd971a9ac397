package org.archipelago.headless;

import java.util.Collection;
import org.archipelago.core.Language;
import org.archipelago.core.Spelling;
import org.archipelago.core.Texts;
import org.archipelago.results.RecordedWords;

/** What the command line says, in the language of the process. */
final class Words {

  private Words() {}

  static String say(String key, Object... values) {
    return Texts.beside(Words.class).text(key, values);
  }

  /** A count with its noun. */
  static String many(long number, String key) {
    return Texts.beside(Words.class).many(number, key);
  }

  /** A question with a blank before it, or nothing where no candidate is near. */
  static String didYouMean(String word, Collection<String> candidates) {
    return Spelling.nearest(word, candidates).map(near -> " " + say("didYouMean", near)).orElse("");
  }

  /** What records and components say in English. */
  static String recorded(String english) {
    return RecordedWords.in(Language.current(), english);
  }
}
