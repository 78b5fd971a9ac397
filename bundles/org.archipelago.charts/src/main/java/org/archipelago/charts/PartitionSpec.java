package org.archipelago.charts;

import java.util.stream.Collectors;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Language;
import org.archipelago.core.Texts;
import org.archipelago.results.Format;

/**
 * A picture of how the rows lie on the clients: bars for their numbers, and for classes a heat map.
 *
 * @param data tells of every client, at least one
 * @param language of its texts
 */
public record PartitionSpec(DatasetSummary data, Language language) {

  private static final int BARS = 110;
  private static final int MOST_CLASSES_SHOWN_HIGH = 12;

  public PartitionSpec {
    if (data.clients().isEmpty()) {
      throw new IllegalArgumentException("nothing is told of single clients");
    }
  }

  /** A height that suits it, in units that are a pixel at scale 1. */
  public int height() {
    int classes = data.task().classes().size();
    int heat = classes <= MOST_CLASSES_SHOWN_HIGH ? classes * 20 : Math.min(480, classes * 14);
    return classes == 0 ? BARS + 40 : BARS + heat + 60;
  }

  /** What it shows, in words for those who can't see it. */
  public String description() {
    long most = data.clients().stream().mapToLong(ClientSummary::rows).max().orElse(0);
    long least = data.clients().stream().mapToLong(ClientSummary::rows).min().orElse(0);
    String clients = Format.count(data.clientCount());
    return data.task().classes().isEmpty()
        ? texts().text("partition.description", clients, Format.count(least), Format.count(most))
        : texts().text(
            "partition.descriptionClasses", clients, Format.count(least), Format.count(most),
            data.task().classes().stream().limit(20).collect(Collectors.joining(", ")));
  }

  Texts texts() {
    return Texts.beside(PartitionSpec.class, language);
  }
}
