package org.archipelago.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archipelago.core.Language;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.Texts;

/**
 * Sentences that records hold and components say, in another language. They are English there, whatever
 * the language of whoever ran the experiment, so that the same run has the same record; those that are
 * known are given again in the other language, all others as they stand.
 */
public final class RecordedWords {

  private record Known(Pattern english, String other) {}

  private static final Map<Language, List<Known>> KNOWN = new EnumMap<>(Language.class);

  private RecordedWords() {}

  /** A recorded sentence in that language, or as it stands where it is not known. */
  public static String in(Language language, String recorded) {
    if (language == Language.ENGLISH) {
      return recorded;
    }
    for (Known known : known(language)) {
      Matcher matcher = known.english().matcher(recorded);
      if (matcher.matches()) {
        Object[] values = new Object[matcher.groupCount()];
        for (int i = 0; i < values.length; i++) {
          values[i] = matcher.group(i + 1);
        }
        return Texts.filled(known.other(), values);
      }
    }
    return recorded;
  }

  /** Recorded sentences in that language. */
  public static List<String> in(Language language, List<String> recorded) {
    return recorded.stream().map(sentence -> in(language, sentence)).toList();
  }

  /** The words that stand wherever ε is shown. */
  public static String stamp(NoiseOrigin noise, Language language) {
    return Texts.beside(RecordedWords.class, language).text("stamp." + noise);
  }

  private static synchronized List<Known> known(Language language) {
    return KNOWN.computeIfAbsent(language, RecordedWords::read);
  }

  /** The more of a sentence is fixed, the earlier it is tried. */
  private static List<Known> read(Language language) {
    Texts english = Texts.beside(RecordedWords.class, "recordedMessages", Language.ENGLISH);
    Texts other = Texts.beside(RecordedWords.class, "recordedMessages", language);
    List<String> keys = new ArrayList<>();
    english.keys().forEach(keys::add);
    keys.sort(
        Comparator.comparingInt((String key) -> english.raw(key).length())
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return keys.stream().map(key -> new Known(pattern(english.raw(key)), other.raw(key))).toList();
  }

  /** Places are numbered from 0 in the order in which they stand. */
  private static Pattern pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    for (String part : template.split("(?=\\{\\d})|(?<=\\{\\d})")) {
      pattern.append(part.matches("\\{\\d}") ? "(.+?)" : Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }
}
