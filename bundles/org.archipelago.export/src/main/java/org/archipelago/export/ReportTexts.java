package org.archipelago.export;

import java.util.List;

/**
 * What a report says of the privacy strategy at work, as the strategy itself words it.
 *
 * @param covers what ε covers, in sentences; empty when there is no ε
 * @param doesNotCover what it does not cover, in sentences
 */
public record ReportTexts(List<String> covers, List<String> doesNotCover) {

  public ReportTexts {
    covers = List.copyOf(covers);
    doesNotCover = List.copyOf(doesNotCover);
  }
}
