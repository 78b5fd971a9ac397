package org.archipelago.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.ImageSize;
import org.archipelago.core.Inputs;
import org.archipelago.core.Task;
import org.archipelago.data.scaling.Affine;
import org.archipelago.data.table.FileFormat;

/**
 * How rows of a table become examples, learned from one data set and applied to others: with the same
 * schema the same row gives the same bits everywhere. It holds no row, but the figures and levels in it
 * were taken from the data that it was made from.
 *
 * @param task what is learned, labels in the order of their indices
 * @param numericLabels whether the labels of a classification were read as numbers, so that {@code 3}
 *     and {@code 3.0} are the same label
 * @param columns the features' columns, in the order of their encoding
 * @param dropIncomplete whether rows that lack a feature are left out rather than filled in
 * @param logTarget whether a number to predict is replaced by its logarithm
 * @param targetMap what is done to a number to predict after that
 * @param image height, width and channels of the image that the features are, value by value; empty where
 *     they are not known to be one
 * @param words how texts become features, where these are words and no columns
 * @param format how a file of text is read, unless whoever has it says otherwise
 */
public record Schema(
    Task task,
    boolean numericLabels,
    List<SchemaColumn> columns,
    boolean dropIncomplete,
    boolean logTarget,
    Affine targetMap,
    List<Integer> image,
    SchemaWords words,
    FileFormat format) {

  public Schema {
    columns = List.copyOf(columns);
    image = List.copyOf(image);
  }

  /** What a model is given of each row. */
  public Inputs inputs() {
    if (words.present()) {
      return Inputs.ofWords(words.length(), words.ids());
    }
    return imageSize().map(Inputs::of).orElseGet(() -> Inputs.of(features().size()));
  }

  /** The image that the features are, where they are known to be one. */
  public Optional<ImageSize> imageSize() {
    return image.isEmpty()
        ? Optional.empty()
        : Optional.of(new ImageSize(image.get(0), image.get(1), image.get(2)));
  }

  /** Names of the encoded features: the column's, {@code column=level}, or {@code column 1} for the first word. */
  public List<String> features() {
    if (words.present()) {
      return IntStream.rangeClosed(1, words.length()).mapToObj(i -> words.column() + " " + i).toList();
    }
    return columns.stream().flatMap(column -> column.features().stream()).toList();
  }
}
