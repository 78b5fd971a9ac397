package org.archipelago.core;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is wrong with a command line, in the language of the process. The library that reads command lines
 * (picocli) says it in English only; lines that are not known, and those of this program itself, stay as
 * they are.
 */
public final class CommandLineWords {

  private static final Map<Language, Phrasebook> WORDS = new EnumMap<>(Language.class);

  private CommandLineWords() {}

  /** The same, line by line. */
  public static String say(String english) {
    Phrasebook words = words(Language.current());
    StringBuilder said = new StringBuilder();
    for (String line : english.split("(?<=\n)")) {
      String end = line.substring(line.stripTrailing().length());
      said.append(words.say(line.stripTrailing())).append(end);
    }
    return said.toString();
  }

  private static synchronized Phrasebook words(Language language) {
    return WORDS.computeIfAbsent(
        language, chosen -> Phrasebook.beside(CommandLineWords.class, "commandLineMessages", chosen));
  }
}
