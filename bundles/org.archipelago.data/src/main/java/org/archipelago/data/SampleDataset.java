package org.archipelago.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.archipelago.core.ImageSize;
import org.archipelago.data.scaling.ValueRange;
import org.archipelago.data.table.TokenReader;

/**
 * A data set that ships with the program.
 *
 * @param id what follows {@code sample:} in an experiment's {@code data.source}
 * @param title what people call it
 * @param resource name of the file beside {@link SampleDatasets}
 * @param target column that is usually predicted
 * @param targetUnit what a numeric target is measured in; empty for classes
 * @param publicRange range that all its numeric features lie in by definition, known without looking
 *     at any row
 * @param image the image that its features are, if they are one
 * @param attribution source and licence, for reports and about boxes
 */
public record SampleDataset(
    String id,
    String title,
    String resource,
    String target,
    String targetUnit,
    Optional<ValueRange> publicRange,
    Optional<ImageSize> image,
    String attribution) {

  /** Whether it is a file of words with their tags, not a CSV file. */
  boolean isOfWords() {
    return TokenReader.reads(Path.of(resource));
  }

  /** The file, from its first byte. */
  public InputStream open() throws IOException {
    InputStream in = SampleDataset.class.getResourceAsStream("samples/" + resource);
    if (in == null) {
      throw new IOException("the sample's file " + resource + " is missing from the program");
    }
    return in;
  }
}
