package org.archipelago.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;

/**
 * Reads images in the IDX format of MNIST and its family (yann.lecun.com/exdb/mnist), packed by gzip or not: a
 * file of images and beside it one of labels. The table is that of {@link ImageTable}.
 */
public final class IdxReader {

  private static final int IMAGES_A_BLOCK = 1000;

  private final String name;
  private final ProgressListener progress;
  private final MessageDigest digest;
  private final List<IdxFile> images = new ArrayList<>();
  private final List<IdxFile> labels = new ArrayList<>();

  private IdxReader(String name, ProgressListener progress) throws NoSuchAlgorithmException {
    this.name = name;
    this.progress = progress;
    digest = MessageDigest.getInstance("SHA-256");
  }

  /** Whether this is a file of images, by its name, or a folder with at least one. */
  public static boolean reads(Path path) {
    return Files.isDirectory(path) ? !imagesIn(path).isEmpty() : isNamedIdx(path);
  }

  private static boolean isNamedIdx(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.matches(".*[.-]idx[0-9].*") || name.matches(".*-ubyte(\\.gz)?");
  }

  private static List<Path> imagesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(IdxReader::isNamedIdx)
          .filter(file -> file.getFileName().toString().contains("images"))
          .sorted(Comparator.comparing(IdxReader::trainingFirst))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String trainingFirst(Path file) {
    String name = file.getFileName().toString();
    return (name.startsWith("train") ? "0" : "1") + name;
  }

  /**
   * Reads a file of images and its labels, or all that are in a folder, those for training first.
   *
   * @param name how messages name it
   * @throws InvalidInputException naming the file: not found, no IDX file, cut off, of another size than it
   *     says, without labels, or with more or fewer of them than images
   */
  public static Table read(String name, Path path, ProgressListener progress) {
    try {
      return new IdxReader(name, progress).read(path);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private Table read(Path path) {
    try {
      List<Path> files = Files.isDirectory(path) ? imagesIn(path) : List.of(path);
      for (Path file : files) {
        open(file);
      }
      return read();
    } finally {
      images.forEach(IdxFile::close);
      labels.forEach(IdxFile::close);
    }
  }

  private void open(Path file) {
    IdxFile opened = IdxFile.images(file, digest);
    images.add(opened);
    IdxFile own = IdxFile.labels(labelsOf(file), digest);
    labels.add(own);
    if (own.count() != opened.count()) {
      throw own.problem(
          "It has %,d labels, but %s has %,d images: they do not belong together."
              .formatted(own.count(), file.getFileName(), opened.count()));
    }
    if (!opened.image().equals(images.get(0).image())) {
      throw opened.problem(
          "Its images are %s, but those of %s are %s: keep them in folders of their own."
              .formatted(opened.image(), images.get(0).name(), images.get(0).image()));
    }
  }

  private static Path labelsOf(Path images) {
    String name = images.getFileName().toString();
    String labels = name.replace("images", "labels").replaceFirst("idx[0-9]", "idx1");
    String plain = labels.replaceFirst("\\.gz$", "");
    if (!labels.equals(name)) {
      for (String candidate : List.of(labels, plain, plain + ".gz")) {
        if (Files.isRegularFile(images.resolveSibling(candidate))) {
          return images.resolveSibling(candidate);
        }
      }
    }
    throw new InvalidInputException(
        Problem.inFile(
            images.toString(),
            0,
            labels.equals(name)
                ? "This is not named like a file of images: name the one with 'images' in its name, such as"
                    + " train-images-idx3-ubyte.gz, with its labels beside it."
                : "Its labels are not beside it: there is neither %s nor %s.gz.".formatted(plain, plain)));
  }

  private Table read() {
    ImageSize image = images.get(0).image();
    int rows = Math.toIntExact(images.stream().mapToLong(IdxFile::count).sum());
    byte[] classes = new byte[rows];
    byte[][] pixels = new byte[image.values()][rows];
    int row = 0;
    for (int f = 0; f < images.size(); f++) {
      labels.get(f).read(classes, row, (int) labels.get(f).count(), 1, 0);
      labels.get(f).requireEnd();
      row = scatter(images.get(f), pixels, row);
    }
    progress.progress("Reading " + name, rows, rows);
    String hash = HexFormat.of().formatHex(digest.digest());
    return ImageTable.of(name, NumericColumn.ofBytes(ImageTable.LABEL, classes), image, pixels, hash);
  }

  /** Reads a file's images, block by block, into columns. */
  private int scatter(IdxFile file, byte[][] pixels, int first) {
    int width = pixels.length;
    int count = (int) file.count();
    byte[] block = new byte[IMAGES_A_BLOCK * width];
    for (int done = 0; done < count; done += IMAGES_A_BLOCK) {
      progress.progress("Reading " + name, first + done, pixels[0].length);
      int some = Math.min(IMAGES_A_BLOCK, count - done);
      file.read(block, 0, some, width, done);
      for (int i = 0; i < width; i++) {
        for (int row = 0; row < some; row++) {
          pixels[i][first + done + row] = block[row * width + i];
        }
      }
    }
    file.requireEnd();
    return first + count;
  }
}
