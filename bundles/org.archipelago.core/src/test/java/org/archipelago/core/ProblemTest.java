package org.archipelago.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @Test
  void isSaidInTheLanguageOfTheProcess() {
    assertEquals(
        "这里是 'x'；允许的是整数，不小于 1 且不大于 10.5。",
        inChinese("Found 'x'; a whole number of at least 1 and at most 10.5 is allowed."));
  }

  @Test
  void adviceFollowsInItsOwnSentence() {
    assertEquals(
        "model 'mlp' 中没有 'hiden' 这一项；允许：id, hidden。您是想写 'hidden' 吗？",
        inChinese("There is no 'hiden' in model 'mlp'; allowed: id, hidden. Did you mean 'hidden'?"));
    assertEquals(
        "这里是 '5'；允许的是整数。请去掉引号。",
        inChinese("Found '5'; a whole number is allowed. Remove the quotes."));
  }

  @Test
  void listsAreSaidPartByPart() {
    assertEquals(
        "文件不符合会话的要求：缺少列 'age'；列 'b' 中应为数值处有文本；另有 3 项。",
        inChinese(
            "Unfit file: column 'age' is missing; column 'b' has a text where a number must be;"
                + " and 3 more."));
  }

  @Test
  void whatIsNotKnownStaysEnglish() {
    assertEquals("A plug-in's own words.", inChinese("A plug-in's own words."));
    assertEquals("Rows of at least 3.", inChinese("Rows of at least 3."));
  }

  @Test
  void englishStaysAsItIsAndMessagesOfExceptionsAreBoth() {
    Problem problem = Problem.atField("seed", "'seed' is missing; it takes a whole number, such as 42.");
    Locale.setDefault(Locale.ENGLISH);
    assertEquals(problem.message(), problem.localizedMessage());
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    InvalidInputException exception = new InvalidInputException(List.of(problem));
    assertEquals("seed: " + problem.message(), exception.getMessage());
    assertEquals("seed: 缺少 'seed'；它取整数，例如 42。", exception.getLocalizedMessage());
  }

  private static String inChinese(String message) {
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    return Problem.atField("", message).localizedMessage();
  }
}
