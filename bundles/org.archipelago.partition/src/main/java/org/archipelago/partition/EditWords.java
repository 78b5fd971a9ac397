package org.archipelago.partition;

import java.util.EnumMap;
import java.util.Map;
import org.archipelago.core.Language;
import org.archipelago.core.Phrasebook;

/**
 * Names of edits in another language. They are English in manifests, whoever made them, so that the same partition has
 * the same manifest.
 */
public final class EditWords {

  private static final Map<Language, Phrasebook> WORDS = new EnumMap<>(Language.class);

  private EditWords() {}

  /** The name in that language, or as it stands where it is not known. */
  public static synchronized String in(Language language, String name) {
    return WORDS
        .computeIfAbsent(language, chosen -> Phrasebook.beside(EditWords.class, "editMessages", chosen))
        .say(name);
  }
}
