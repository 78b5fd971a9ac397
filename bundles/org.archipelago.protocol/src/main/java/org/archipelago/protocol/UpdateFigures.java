package org.archipelago.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a participant says of its training, in the metadata of its update.
 *
 * @param steps optimiser steps taken, at least 1
 * @param loss mean loss over its steps, finite
 * @param seconds time it trained, at least 0
 */
public record UpdateFigures(int steps, double loss, double seconds) {

  /** Texts by key, in a fixed order. */
  public Map<String, String> toMetadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("steps", Integer.toString(steps));
    metadata.put("loss", Double.toString(loss));
    metadata.put("seconds", Double.toString(seconds));
    return metadata;
  }

  /** @throws IllegalArgumentException if one is missing, no number, or out of its range */
  public static UpdateFigures of(Map<String, String> metadata) {
    int steps = (int) number(metadata, "steps", 1, Integer.MAX_VALUE);
    double loss = number(metadata, "loss", -Double.MAX_VALUE, Double.MAX_VALUE);
    double seconds = number(metadata, "seconds", 0, 1e9);
    return new UpdateFigures(steps, loss, seconds);
  }

  private static double number(Map<String, String> metadata, String key, double least, double most) {
    String text = metadata.getOrDefault(key, "");
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The figure '%s' is '%s', no number.".formatted(key, shortened(text)));
    }
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException("The figure '%s' is %s, out of range.".formatted(key, value));
    }
    return value;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
