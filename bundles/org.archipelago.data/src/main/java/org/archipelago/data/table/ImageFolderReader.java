package org.archipelago.data.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;

/**
 * Reads images by class: a folder with a folder for each class, and in it that class's images as PNG, JPEG or
 * BMP. The table is that of {@link ImageTable}; its label is the name of the folder.
 */
public final class ImageFolderReader {

  private static final int COLOURS = 3;

  private final String name;
  private final Path path;
  private final Optional<ImageSize> wanted;
  private final ProgressListener progress;
  private final MessageDigest digest;
  private final List<Pixels> images = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private Path first;
  private boolean inColours;

  private ImageFolderReader(
      String name, Path path, Optional<ImageSize> wanted, ProgressListener progress)
      throws NoSuchAlgorithmException {
    this.name = name;
    this.path = path;
    this.wanted = wanted;
    this.progress = progress;
    digest = MessageDigest.getInstance("SHA-256");
  }

  /** Whether this is a folder with at least one image in one of its folders. */
  public static boolean reads(Path path) {
    return ImageFolder.is(path);
  }

  /**
   * Reads all images of a folder.
   *
   * @param name how messages name it
   * @param size what each image is brought to, with 1 channel for grey or 3 for red, green and blue; if absent,
   *     all must be of one height and width, and they are grey if every one of them is
   * @throws InvalidInputException naming the file: a class without images, an image that can't be read, two of
   *     different sizes, or more of them than there is memory for
   */
  public static Table read(String name, Path path, Optional<ImageSize> size, ProgressListener progress) {
    size.filter(wanted -> wanted.channels() != 1 && wanted.channels() != COLOURS)
        .ifPresent(ImageFolderReader::refuseChannels);
    try {
      return new ImageFolderReader(name, path, size, progress).read();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * The sizes of a folder's images, told by their files before any is decoded, each once, in the order they are
   * met.
   *
   * @throws InvalidInputException as {@link #read}
   */
  public static List<ImageSize> sizes(String name, Path path, ProgressListener progress) {
    ImageFolder folder = ImageFolder.of(path);
    List<ImageSize> sizes = new ArrayList<>();
    int done = 0;
    for (List<Path> ofClass : folder.images()) {
      for (Path file : ofClass) {
        progress.progress("Reading " + name, done++, folder.size());
        ImageSize size = ImageFile.size(file);
        if (!sizes.contains(size)) {
          sizes.add(size);
        }
      }
    }
    return sizes;
  }

  private static void refuseChannels(ImageSize wanted) {
    throw new InvalidInputException(
        Problem.atField(
            "data.image",
            ("Found %d channels, but images in folders have 1 (grey) or 3 (red, green and blue), such as [64, 64]"
                    + " or [64, 64, 3].")
                .formatted(wanted.channels())));
  }

  private Table read() {
    ImageFolder folder = ImageFolder.of(path);
    int all = folder.size();
    for (int label = 0; label < folder.classes().size(); label++) {
      for (Path file : folder.images().get(label)) {
        progress.progress("Reading " + name, images.size(), all);
        labels.add(folder.classes().get(label));
        add(file, folder.classes().get(label), all);
      }
    }
    progress.progress("Reading " + name, all, all);
    return table();
  }

  private void add(Path file, String label, int all) {
    byte[] bytes = bytes(file);
    String entry = label + "/" + file.getFileName() + "\n" + bytes.length + "\n";
    digest.update(entry.getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    Pixels decoded = ImageFile.decode(file, bytes);
    inColours |= decoded.size().channels() == COLOURS;
    Pixels image = wanted.map(decoded::as).orElse(decoded);
    if (first == null) {
      first = file;
      requireMemory(image.size(), all);
    }
    requireSize(file, image.size());
    images.add(image);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw problem(file, CsvRows.cantRead(e));
    }
  }

  private void requireMemory(ImageSize size, int all) {
    if (!ImageTable.fits(all, size.values())) {
      throw problem(
          path,
          ("It has %,d images of %s, more than Java has memory for (%s): have them made smaller by data.image,"
                  + " such as [64, 64, 3], give Java more (-Xmx), or take fewer images.")
              .formatted(all, size, ImageTable.memory()));
    }
  }

  private void requireSize(Path file, ImageSize size) {
    ImageSize expected = images.isEmpty() ? size : images.get(0).size();
    if (size.height() != expected.height() || size.width() != expected.width()) {
      throw new InvalidInputException(
          new Problem(
              file.toString(),
              0,
              0,
              "data.image",
              ("It has %d×%d pixels, but %s has %d×%d: give the size that all are to be brought to by"
                      + " data.image, such as [64, 64, 3].")
                  .formatted(size.height(), size.width(), first, expected.height(), expected.width())));
    }
  }

  private Table table() {
    int channels = wanted.map(ImageSize::channels).orElse(inColours ? COLOURS : 1);
    ImageSize like = images.get(0).size();
    ImageSize size = new ImageSize(like.height(), like.width(), channels);
    requireMemory(size, images.size());
    byte[][] pixels = new byte[size.values()][images.size()];
    for (int row = 0; row < images.size(); row++) {
      Pixels image = images.get(row).as(size);
      images.set(row, null);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i][row] = image.value(i);
      }
    }
    CategoricalColumn label = CategoricalColumn.of(ImageTable.LABEL, labels);
    return ImageTable.of(name, label, size, pixels, HexFormat.of().formatHex(digest.digest()));
  }

  private static InvalidInputException problem(Path path, String message) {
    return new InvalidInputException(Problem.inFile(path.toString(), 0, message));
  }
}
