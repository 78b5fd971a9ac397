package org.archipelago.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of bundles in ARCHITECTURE.md: which of our bundles each may name, and which packages of others.
 *
 * @param rows the rows by bundle, named without the prefix {@code org.archipelago.}
 */
public record ArchitectureTable(Map<String, Row> rows) {

  private static final String HEADER = "| bundle |";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A row of the table.
   *
   * @param bundles our bundles that it names as what it may use
   * @param packages the package prefixes of others that it may use
   */
  public record Row(Set<String> bundles, Set<String> packages) { }

  /** Reads the one table whose first column is headed "bundle". */
  public static ArchitectureTable parse(List<String> lines) {
    int header = 0;
    while (header < lines.size() && !lines.get(header).startsWith(HEADER)) {
      header++;
    }
    Map<String, Row> rows = new LinkedHashMap<>();
    for (int i = header + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
      List<String> cells = new ArrayList<>(Arrays.asList(lines.get(i).split("\\|", -1)));
      if (cells.size() != 6) {
        throw new IllegalArgumentException("four columns are expected in: " + lines.get(i));
      }
      rows.put(codes(cells.get(1)).iterator().next(), new Row(codes(cells.get(3)), codes(cells.get(4))));
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no table that begins with '" + HEADER + "'");
    }
    rows.forEach((name, row) -> row.bundles().forEach(used -> {
      if (!rows.containsKey(used)) {
        throw new IllegalArgumentException(name + " may name " + used + ", which has no row");
      }
    }));
    return new ArchitectureTable(rows);
  }

  /** What a bundle may name of ours: what stands in its row, and all that this reaches. */
  public Set<String> reachable(String bundle) {
    Set<String> reached = new LinkedHashSet<>();
    reach(bundle, reached);
    return reached;
  }

  private void reach(String bundle, Set<String> reached) {
    for (String next : rows.get(bundle).bundles()) {
      if (reached.add(next)) {
        reach(next, reached);
      }
    }
  }

  private static Set<String> codes(String cell) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = CODE.matcher(cell);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
