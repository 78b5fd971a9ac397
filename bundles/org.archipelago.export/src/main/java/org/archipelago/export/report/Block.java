package org.archipelago.export.report;

import java.util.List;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.HeatMapSpec;
import org.archipelago.charts.PartitionSpec;

/** What a report is made of, in the order of reading. */
public sealed interface Block {

  /** How a text stands out. */
  enum TextStyle {
    PARAGRAPH,
    /** Small, above the title. */
    KICKER,
    TITLE,
    /** What the report is about, below the title. */
    LEAD,
    /** Who wrote it. */
    BYLINE,
    /** Heading within a section. */
    HEADING,
    /** Must not be overlooked. */
    NOTE,
    /** Of less weight. */
    QUIET,
    /** Whether ε protects anybody. */
    STAMP,
    /** The experiment's file. */
    CODE
  }

  /** What a table is about, which decides its look. */
  enum TableStyle {
    PAIRS,
    FIGURES,
    NUMBERS,
    /** Numbers without remarks in the last column. */
    PLAIN_NUMBERS,
    METHODS
  }

  /** One text. */
  record Text(TextStyle style, String text) implements Block {}

  /** What the run came to, in a frame: the first sentence is the most important. */
  record Verdict(List<String> sentences) implements Block {
    public Verdict {
      sentences = List.copyOf(sentences);
    }
  }

  /** Sentences that stand for themselves. */
  record Bullets(List<String> sentences) implements Block {
    public Bullets {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * A table whose first column names the rows.
   *
   * @param head one text a column; empty for a table without a head
   * @param rows as wide as each other
   */
  record Table(TableStyle style, List<String> head, List<List<String>> rows) implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Counts by row and column, darker where there are more.
   *
   * @param head of the names, of each count, and of the sum
   * @param most of all counts, at least 1
   */
  record Heat(List<String> head, List<HeatRow> rows, long most) implements Block {
    public Heat {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }

    /** How dark a count is, 0 to 1: the root makes few visible. */
    public double share(long count) {
      return Math.sqrt(count / (double) most);
    }
  }

  /**
   * One row of counts.
   *
   * @param counts empty where they are not known
   * @param unknown what to write then
   */
  record HeatRow(String name, List<Long> counts, String unknown, long sum) {
    public HeatRow {
      counts = List.copyOf(counts);
    }
  }

  /** Charts beside each other, where there is room. */
  record Charts(List<ChartSpec> charts) implements Block {
    public Charts {
      charts = List.copyOf(charts);
    }
  }

  /** Figures by row and column, as a picture. */
  record HeatMap(HeatMapSpec picture) implements Block {}

  /** How the rows lie on the clients. */
  record Partition(PartitionSpec picture) implements Block {}
}
