package org.archipelago.data.table;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** A file of one image: PNG, JPEG or BMP, grey or in colours. What is transparent is taken as if it were not. */
final class ImageFile {

  private static final Set<String> READ = Set.of("png", "jpg", "jpeg", "bmp");
  private static final Set<String> NOT_READ = Set.of("tif", "tiff", "gif", "webp", "heic", "dcm", "jp2");
  private static final int COLOURS = 3;
  private static final long MOST_PIXELS = 100_000_000;

  /** What a JPEG that was cut off is warned of; the rest of the image would be grey. */
  private static final Pattern CUT_OFF = Pattern.compile("(?i)truncated|premature end");

  private final Path file;
  private String cutOff = "";

  private ImageFile(Path file) {
    this.file = file;
  }

  /** Whether a file is of an image that can be read, by its name. */
  static boolean isNamedSo(Path file) {
    return READ.contains(ending(file));
  }

  /** Whether a file is of an image in a format that can't be read, by its name. */
  static boolean isOfAnotherFormat(Path file) {
    return NOT_READ.contains(ending(file));
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Decodes a file.
   *
   * @param bytes what is in it
   * @throws InvalidInputException naming the file, if it is no image or a damaged one
   */
  static Pixels decode(Path file, byte[] bytes) {
    ImageFile opened = new ImageFile(file);
    return opened.with(bytes, opened::pixels);
  }

  /**
   * The size of the image in a file, for which it is not decoded.
   *
   * @throws InvalidInputException naming the file, if it is no image
   */
  static ImageSize size(Path file) {
    ImageFile opened = new ImageFile(file);
    try {
      return opened.with(Files.readAllBytes(file), ImageFile::size);
    } catch (IOException e) {
      throw opened.problem(CsvRows.cantRead(e));
    }
  }

  private static ImageSize size(ImageReader reader) throws IOException {
    ImageTypeSpecifier type = reader.getRawImageType(0);
    boolean grey = type != null && isGrey(type.getColorModel());
    return new ImageSize(reader.getHeight(0), reader.getWidth(0), grey ? 1 : COLOURS);
  }

  /** What is done with an open image. */
  private interface Reading<T> {
    T read(ImageReader reader) throws IOException;
  }

  private <T> T with(byte[] bytes, Reading<T> reading) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw problem(
            bytes.length == 0
                ? "It is empty: fetch it again, or remove it."
                : "It is no image in the format PNG, JPEG or BMP, whatever its name says.");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return reading.read(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private Pixels pixels(ImageReader reader) throws IOException {
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MOST_PIXELS) {
      throw problem(
          "It has %,d×%,d pixels, more than can be read (100 million): make it smaller."
              .formatted(reader.getHeight(0), reader.getWidth(0)));
    }
    reader.addIIOReadWarningListener(
        (IIOReadWarningListener) (source, text) -> cutOff = CUT_OFF.matcher(text).find() ? text : cutOff);
    BufferedImage image = reader.read(0);
    if (!cutOff.isEmpty()) {
      throw damaged(cutOff);
    }
    return isGrey(image.getColorModel()) ? grey(image) : colours(image);
  }

  private static boolean isGrey(ColorModel colours) {
    if (colours instanceof IndexColorModel palette) {
      return IntStream.range(0, palette.getMapSize())
          .allMatch(i -> palette.getRed(i) == palette.getGreen(i) && palette.getRed(i) == palette.getBlue(i));
    }
    return colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** The values as they are stored, not brought from linear light to what a screen shows. */
  private static Pixels grey(BufferedImage image) {
    Pixels grey = new Pixels(new ImageSize(image.getHeight(), image.getWidth(), 1));
    Raster raster = image.getRaster();
    boolean isPalette = image.getColorModel() instanceof IndexColorModel;
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        grey.set(
            y, x, 0, isPalette ? image.getRGB(x, y) & 0xFF : 255 * raster.getSample(x, y, 0) / most);
      }
    }
    return grey;
  }

  private static Pixels colours(BufferedImage image) {
    Pixels colours = new Pixels(new ImageSize(image.getHeight(), image.getWidth(), COLOURS));
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        colours.set(y, x, 0, row[x] >> 16 & 0xFF);
        colours.set(y, x, 1, row[x] >> 8 & 0xFF);
        colours.set(y, x, 2, row[x] & 0xFF);
      }
    }
    return colours;
  }

  private InvalidInputException damaged(String why) {
    return problem(
        "It can't be read as an image (%s): it is damaged, or in a variant of its format that is not read."
                .formatted(why)
            + " Save it again as PNG, in grey or RGB, or remove it.");
  }

  private InvalidInputException problem(String message) {
    return new InvalidInputException(Problem.inFile(file.toString(), 0, message));
  }
}
