package org.archipelago.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void whatMeansSomethingIsEscaped() {
    assertEquals("&lt;a b=&quot;&#39;&quot;&gt;&amp;amp;", Markup.escape("<a b=\"'\">&amp;"));
  }

  @Test
  void whatMayNotOccurIsReplaced() {
    assertEquals("\uFFFD\uFFFD\uFFFD", Markup.escape("\u0000\u202E\uD800"));
    assertEquals("a\tb\nñ漢😀", Markup.escape("a\tb\nñ漢😀"));
  }
}
