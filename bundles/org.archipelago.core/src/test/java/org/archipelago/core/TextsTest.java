package org.archipelago.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextsTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @Test
  void placesAreFilledAndAllElseStandsForItself() {
    assertEquals("Dear $1 {1}, it's 3 o'clock {2}", english().text("greeting", "$1 {1}", 3));
    assertEquals("$1,现在是 3 点 {2}", Texts.beside(getClass(), Language.CHINESE).text("greeting", "$1", 3));
  }

  @Test
  void countsHaveTheirNoun() {
    assertEquals("1 file", english().many(1, "files"));
    assertEquals("1,200 files", english().many(1200, "files"));
    assertEquals("1 个文件", Texts.beside(getClass(), Language.CHINESE).many(1, "files"));
  }

  @Test
  void theMachinesOwnLanguageChangesNothing() {
    for (Locale locale : List.of(Locale.CHINA, Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
      Locale.setDefault(locale);
      assertEquals("1,200 files", english().many(1200, "files"));
    }
  }

  @Test
  void languagesAreFoundByTagAndLocale() {
    assertEquals(List.of("en", "zh"), Language.tags());
    assertEquals(Optional.of(Language.CHINESE), Language.named("zh"));
    assertEquals(Optional.empty(), Language.named("de"));
    assertEquals(Language.CHINESE, Language.of(Locale.TAIWAN));
    assertEquals(Language.ENGLISH, Language.of(Locale.GERMANY));
  }

  @Test
  void aKeyThatIsNotThereIsAnError() {
    assertThrows(MissingResourceException.class, () -> english().text("nothing"));
  }

  private Texts english() {
    return Texts.beside(getClass(), Language.ENGLISH);
  }
}
