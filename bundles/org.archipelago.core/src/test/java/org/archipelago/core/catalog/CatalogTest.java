package org.archipelago.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final ComponentFactory VOTE =
      () ->
          new ComponentDescriptor(
              ComponentKind.STRATEGY,
              "vote",
              "Vote",
              "The majority decides.",
              "",
              List.of(
                  ParameterDescriptor.integer("rounds", Range.POSITIVE, "How often.").withUnit("rounds"),
                  ParameterDescriptor.flag("secretBallot", "Whether nobody sees a vote.")));

  @Test
  void describesInTheLanguageThatIsThere() {
    ComponentDescriptor chinese = describe(Locale.SIMPLIFIED_CHINESE);
    assertEquals("投票", chinese.title());
    ParameterDescriptor rounds = chinese.parameters().get(0);
    assertEquals("轮次", rounds.label());
    assertEquals("轮次数。", rounds.text());
  }

  @Test
  void whatIsNotTranslatedStaysAsItIs() {
    ComponentDescriptor chinese = describe(Locale.CHINESE);
    assertEquals("The majority decides.", chinese.text());
    assertEquals("rounds", chinese.parameters().get(0).unit());
    assertEquals("Secret ballot", chinese.parameters().get(1).label());
    assertEquals(VOTE.descriptor(), describe(Locale.FRENCH));
  }

  @Test
  void englishIsEnglishWhateverTheSystemSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.CHINESE);
      assertEquals(VOTE.descriptor(), describe(Locale.ENGLISH));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesTwoOfTheSameName() {
    assertThrows(IllegalArgumentException.class, () -> new Catalog(List.of(VOTE, VOTE)));
  }

  private static ComponentDescriptor describe(Locale locale) {
    return new Catalog(List.of(VOTE), locale).describe(ComponentKind.STRATEGY, "vote").orElseThrow();
  }
}
