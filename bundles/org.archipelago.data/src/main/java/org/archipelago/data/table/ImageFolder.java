package org.archipelago.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/**
 * A folder whose folders are classes, and the images in each of these its examples. What is hidden, and files
 * that are no images, are passed over.
 *
 * @param classes names of the folders, sorted
 * @param images by class, sorted by name
 */
record ImageFolder(List<String> classes, List<List<Path>> images) {

  /** Whether this is a folder with at least one image in one of its folders. */
  static boolean is(Path path) {
    return Files.isDirectory(path)
        && list(path, Files::isDirectory).stream()
            .anyMatch(folder -> !list(folder, ImageFile::isNamedSo).isEmpty());
  }

  /**
   * Looks which images there are, without reading any.
   *
   * @throws InvalidInputException naming the folder, if a class has no image, or one in a format that is not read
   */
  static ImageFolder of(Path path) {
    List<String> classes = new ArrayList<>();
    List<List<Path>> images = new ArrayList<>();
    for (Path folder : list(path, Files::isDirectory)) {
      classes.add(folder.getFileName().toString());
      images.add(imagesOf(folder));
    }
    return new ImageFolder(classes, images);
  }

  private static List<Path> imagesOf(Path folder) {
    List<Path> others = list(folder, ImageFile::isOfAnotherFormat);
    if (!others.isEmpty()) {
      throw problem(
          others.get(0), "Images in this format are not read: save them as PNG, JPEG or BMP, or remove them.");
    }
    List<Path> images = list(folder, ImageFile::isNamedSo);
    if (images.isEmpty()) {
      throw problem(
          folder,
          list(folder, Files::isDirectory).isEmpty()
              ? "This folder stands for a class, but has no image: put some there (.png, .jpg, .bmp), or"
                  + " remove it."
              : "This folder stands for a class, but has no image, only folders: if those are the classes,"
                  + " name this folder as the source.");
    }
    return images;
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> !path.getFileName().toString().startsWith(".")).filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw problem(folder, CsvRows.cantRead(e));
    }
  }

  private static InvalidInputException problem(Path path, String message) {
    return new InvalidInputException(Problem.inFile(path.toString(), 0, message));
  }

  /** Images of all classes. */
  int size() {
    return images.stream().mapToInt(List::size).sum();
  }
}
