package org.archipelago.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.PartTables;
import org.archipelago.partition.PartitionCsv;
import org.archipelago.partition.vertical.VerticalPartition;
import org.archipelago.store.run.DurableFiles;
import picocli.CommandLine.Option;

/** The files that the command {@code partition} writes. */
final class PartitionFiles {

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "archipelago.partition.out")
  private Path manifest;

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "archipelago.partition.csv")
  private Path csv;

  @Option(names = "--parts", paramLabel = "DIR", descriptionKey = "archipelago.partition.parts")
  private Path parts;

  @Option(names = "--overwrite", descriptionKey = "archipelago.partition.overwrite")
  private boolean overwrite;

  /** @throws InvalidInputException if a file can't be written, or would replace another */
  void check() throws IOException {
    manifest = manifest == null ? null : withEnding(manifest);
    csv = csv == null ? null : csv.toAbsolutePath();
    requireWritable(manifest);
    requireWritable(csv);
    if (parts != null && Files.isRegularFile(parts)) {
      throw refused(parts, Words.say("partition.noFolder"));
    }
    if (parts != null && !overwrite && isFilled(parts)) {
      throw refused(parts, Words.say("partition.filled"));
    }
  }

  private static Path withEnding(Path file) {
    String text = file.getFileName().toString();
    String ended =
        text.endsWith(Manifest.ENDING) ? text : text.replaceFirst("(\\.json)?$", "") + Manifest.ENDING;
    return file.toAbsolutePath().resolveSibling(ended);
  }

  private void requireWritable(Path file) {
    if (file == null) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw refused(file, Words.say("export.folder"));
    }
    if (!Files.isDirectory(file.getParent())) {
      throw refused(file, Words.say("export.noFolder", file.getParent()));
    }
    if (Files.exists(file) && !overwrite) {
      throw refused(file, Words.say("export.there"));
    }
  }

  private static boolean isFilled(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private static InvalidInputException refused(Path file, String message) {
    return new InvalidInputException(Problem.inFile(file.toString(), 0, message));
  }

  /** Writes those that were asked for, and returns them. */
  List<Path> write(PartitionSource source) throws IOException {
    Manifest made = Manifest.of(source.draft(), source.recipe());
    List<Path> written = new ArrayList<>();
    if (manifest != null) {
      made.write(manifest);
      written.add(manifest);
    }
    if (csv != null) {
      DurableFiles.write(csv, out -> PartitionCsv.write(made, out));
      written.add(csv);
    }
    if (parts != null) {
      written.addAll(PartTables.write(source.draft(), parts));
    }
    return written;
  }

  /** @throws InvalidInputException if another file than tables was asked for */
  List<Path> write(VerticalPartition partition) throws IOException {
    if (manifest != null || csv != null) {
      throw refused(manifest != null ? manifest : csv, Words.say("vertical.partsOnly"));
    }
    return parts == null ? List.of() : PartTables.write(partition, parts);
  }
}
