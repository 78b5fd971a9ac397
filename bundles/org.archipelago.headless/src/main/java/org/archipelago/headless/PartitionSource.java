package org.archipelago.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.PartitionCsvReader;
import org.archipelago.partition.PartitionData;
import org.archipelago.partition.Recipe;
import org.archipelago.partition.Rules;

/**
 * A partition that the command line was asked for.
 *
 * @param draft which client has which row
 * @param recipe how it came about
 * @param differences what data is other in than when the partition was saved, in English
 */
record PartitionSource(Draft draft, Recipe recipe, List<String> differences) {

  /** A saved partition on its data as it is now. */
  static PartitionSource saved(Path file, Catalog catalog, ProgressListener progress) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Problem.inFile(file.toString(), 0, Words.say("partition.noFile")));
    }
    Manifest manifest = Manifest.read(file);
    PartitionData now = manifest.load(catalog, progress);
    return new PartitionSource(manifest.draft(now), manifest.recipe(), manifest.differences(now));
  }

  /** Rows and clients from a file. */
  static PartitionSource imported(Path csv, PartitionData data, ProgressListener progress) {
    return new PartitionSource(
        PartitionCsvReader.read(csv, data, progress),
        Recipe.readFrom(csv.getFileName().toString()),
        List.of());
  }

  /** With another draft of the same data, that this was done for. */
  PartitionSource changed(Draft other, String edit) {
    List<String> byHand = new ArrayList<>(recipe.byHand());
    byHand.add(edit);
    return new PartitionSource(other, new Recipe(recipe.dealing(), byHand), differences);
  }

  /** What a rule deals. */
  static PartitionSource dealt(PartitionData data, Dealing dealing, Recipe recipe, Catalog catalog) {
    return new PartitionSource(Rules.deal(data, dealing.rule(), dealing.seed(), catalog), recipe, List.of());
  }
}
