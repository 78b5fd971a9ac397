package org.archipelago.learning.network;

import java.util.Locale;

/** What a {@link Window} does at the border of an image. */
public enum Padding {

  /** Stays inside; the image becomes smaller. */
  VALID,

  /**
   * Reaches beyond, where everything is 0, so that with a stride of 1 the image stays as large as it is. What is
   * odd of the border goes below and to the right.
   */
  SAME;

  /** What files call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws IllegalArgumentException if there is no such id */
  public static Padding of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
