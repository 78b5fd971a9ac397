package org.archipelago.data;

import java.util.List;
import org.archipelago.data.scaling.Affine;

/**
 * How one column is encoded: a number by its map, as one feature; a text as one feature a level, of
 * which the row's own is 1 and the others are 0.
 *
 * @param name its name in the header
 * @param numeric whether it holds numbers
 * @param map applied to a number
 * @param fillsGaps whether a missing number is filled in
 * @param filling the feature where a number is missing, when gaps are filled
 * @param levels the known texts in the order of their features; empty for numbers. A missing text is
 *     the level {@link #MISSING}, if that is one
 */
public record SchemaColumn(
    String name, boolean numeric, Affine map, boolean fillsGaps, float filling, List<String> levels) {

  /** What a missing text is called. */
  public static final String MISSING = "missing";

  public SchemaColumn {
    levels = List.copyOf(levels);
  }

  static SchemaColumn number(String name, Affine map) {
    return new SchemaColumn(name, true, map, false, 0, List.of());
  }

  static SchemaColumn number(String name, Affine map, float filling) {
    return new SchemaColumn(name, true, map, true, filling, List.of());
  }

  static SchemaColumn texts(String name, List<String> levels) {
    return new SchemaColumn(name, false, Affine.IDENTITY, false, 0, levels);
  }

  /** Whether a row without a value can be encoded. */
  public boolean takesMissing() {
    return numeric ? fillsGaps : levels.contains(MISSING);
  }

  /** Names of the features it is encoded as. */
  public List<String> features() {
    return numeric ? List.of(name) : levels.stream().map(level -> name + "=" + level).toList();
  }
}
