package org.archipelago.data.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.ImageSize;

/** Rows and named columns, read from one file. Immutable. */
public final class Table {

  private final String source;
  private final List<Column> columns;
  private final int[] lines;
  private final String sha256;
  private final Optional<ImageSize> image;
  private final Optional<FileFormat> format;
  private final List<String> notes;

  /**
   * @param source the file, as the user named it
   * @param columns at least one, all of the same number of rows, no two of the same name
   * @param lines for every row the line of the file it ends in, or the number of the image, from 1
   * @param sha256 hash of the file's bytes, hexadecimal
   */
  public Table(String source, List<? extends Column> columns, int[] lines, String sha256) {
    this(source, columns, lines, sha256, Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * The same for images.
   *
   * @param image what the columns after the first are, value by value, each from 0 to 255
   */
  Table(
      String source,
      List<? extends Column> columns,
      int[] lines,
      String sha256,
      Optional<ImageSize> image) {
    this(source, columns, lines, sha256, image, Optional.empty(), List.of());
  }

  private Table(
      String source,
      List<? extends Column> columns,
      int[] lines,
      String sha256,
      Optional<ImageSize> image,
      Optional<FileFormat> format,
      List<String> notes) {
    this.image = image;
    this.format = format;
    this.notes = List.copyOf(notes);
    this.source = source;
    this.columns = List.copyOf(columns);
    this.lines = lines;
    this.sha256 = sha256;
  }

  /**
   * A table that was generated.
   *
   * @param columns numbers and texts
   * @param how a sentence
   */
  public static Table generated(String name, List<? extends Column> columns, String how) {
    int[] numbers = IntStream.rangeClosed(1, columns.get(0).rows()).toArray();
    String note = "The data was generated and is of nobody: " + how;
    return new Table(
        name, columns, numbers, TableHash.of(columns), Optional.empty(), Optional.empty(), List.of(note));
  }

  /** @throws org.archipelago.core.InvalidInputException with the estimate, if so much can't be kept in memory */
  public static void requireMemory(String name, long rows, int columns) {
    MemoryEstimate.requireAtLeast(name, rows, columns);
  }

  /** The same, with how its file was read. */
  Table readAs(FileFormat found, List<String> remarks) {
    return new Table(source, columns, lines, sha256, image, Optional.of(found), remarks);
  }

  public String source() {
    return source;
  }

  public int rows() {
    return lines.length;
  }

  public List<Column> columns() {
    return columns;
  }

  /** Names of the columns in the order of the header. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The line of the file that a row ends in, from 1. */
  public int line(int row) {
    return lines[row];
  }

  /** The image that the columns after the first are, value by value, each from 0 to 255. */
  public Optional<ImageSize> image() {
    return image;
  }

  /** SHA-256 of the file's bytes, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** How its file was read, where that is a table of text. */
  public Optional<FileFormat> format() {
    return format;
  }

  /** What a report must say of how its file was read. */
  public List<String> notes() {
    return notes;
  }
}
