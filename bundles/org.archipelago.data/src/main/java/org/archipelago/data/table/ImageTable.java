package org.archipelago.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.ImageSize;

/**
 * Tables of images: the column {@code label}, then one for every value of a pixel, named by its row and column
 * from 1, such as {@code 1x1}, and where there are several, its channel.
 */
public final class ImageTable {

  /** Name of the column of labels. */
  public static final String LABEL = "label";

  /** A value is read as a byte and learned from as a float. */
  private static final int BYTES_A_VALUE = 1 + Float.BYTES;

  private static final double MOST_OF_MEMORY = 0.8;

  private ImageTable() {}

  /**
   * @param name how messages name it
   * @param label column {@code label}
   * @param pixels values of all images for every value of a pixel; handed over, not copied
   * @param sha256 hash of what was read, hexadecimal
   */
  static Table of(String name, Column label, ImageSize image, byte[][] pixels, String sha256) {
    List<Column> columns = new ArrayList<>();
    columns.add(label);
    for (int i = 0; i < pixels.length; i++) {
      int pixel = i / image.channels();
      String place = (pixel / image.width() + 1) + "x" + (pixel % image.width() + 1);
      String channel = image.channels() == 1 ? "" : "x" + (i % image.channels() + 1);
      columns.add(NumericColumn.ofBytes(place + channel, pixels[i]));
    }
    int[] numbers = IntStream.rangeClosed(1, label.rows()).toArray();
    return new Table(name, columns, numbers, sha256, Optional.of(image));
  }

  /** Whether so many images can be learned from in the memory that Java has. */
  static boolean fits(double images, long values) {
    return images * values * BYTES_A_VALUE < MOST_OF_MEMORY * Runtime.getRuntime().maxMemory();
  }

  /** The memory that Java has, as messages write it. */
  static String memory() {
    return String.format(Locale.ROOT, "%.1f GB", 1e-9 * Runtime.getRuntime().maxMemory());
  }
}
