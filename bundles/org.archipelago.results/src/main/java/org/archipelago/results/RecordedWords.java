package org.archipelago.results;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Language;
import org.archipelago.core.Phrasebook;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.Texts;

/**
 * Sentences that records hold and components say, in another language. They are English there, whatever
 * the language of whoever ran the experiment, so that the same run has the same record; those that are
 * known are given again in the other language, all others as they stand.
 */
public final class RecordedWords {

  private static final Map<Language, Phrasebook> WORDS = new EnumMap<>(Language.class);

  private RecordedWords() {}

  /** A recorded sentence in that language, or as it stands where it is not known. */
  public static String in(Language language, String recorded) {
    return words(language).say(recorded);
  }

  private static synchronized Phrasebook words(Language language) {
    return WORDS.computeIfAbsent(
        language, chosen -> Phrasebook.beside(RecordedWords.class, "recordedMessages", chosen));
  }

  /** Recorded sentences in that language. */
  public static List<String> in(Language language, List<String> recorded) {
    return recorded.stream().map(sentence -> in(language, sentence)).toList();
  }

  /** The words that stand wherever ε is shown. */
  public static String stamp(NoiseOrigin noise, Language language) {
    return Texts.beside(RecordedWords.class, language).text("stamp." + noise);
  }
}
