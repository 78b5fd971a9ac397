package org.archipelago.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderReaderTest {

  @TempDir Path folder;

  @Test
  void eachFolderIsAClassAndColoursOfAPixelLieSideBySide() throws IOException {
    save(colours(2, 2, 0x102030, 0xFF0001, 0x00FF02, 0x0000FF), "png", "fish/b.png");
    save(colours(2, 2, 1, 2, 3, 4), "bmp", "bird/a.BMP");
    Files.createDirectories(folder.resolve(".hidden"));
    Files.writeString(folder.resolve("fish/readme.txt"), "caught in May");
    Table table = read(Optional.empty());
    assertEquals(Optional.of(new ImageSize(2, 2, 3)), table.image());
    assertEquals("label", table.names().get(0));
    assertEquals(List.of("1x1x1", "1x1x2", "1x1x3", "1x2x1"), table.names().subList(1, 5));
    assertEquals("bird", table.columns().get(0).text(0));
    assertEquals("fish", table.columns().get(0).text(1));
    assertArrayEquals(new int[] {16, 32, 48, 255, 0, 1, 0, 255, 2, 0, 0, 255}, values(table, 1));
  }

  @Test
  void greyImagesKeepTheValuesOfTheirFiles() throws IOException {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setPixels(0, 0, 2, 1, new int[] {100, 200});
    save(grey, "png", "a/8.png");
    BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixels(0, 0, 2, 1, new int[] {0x6400, 0xFFFF});
    save(deep, "png", "b/16.png");
    BufferedImage bits = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    bits.setRGB(0, 0, 0xFFFFFF);
    save(bits, "png", "c/1.png");
    Table table = read(Optional.empty());
    assertEquals(Optional.of(new ImageSize(1, 2, 1)), table.image());
    assertEquals("1x2", table.names().get(2));
    assertArrayEquals(new int[] {100, 200}, values(table, 0));
    assertArrayEquals(new int[] {0x6400 * 255 / 0xFFFF, 255}, values(table, 1));
    assertArrayEquals(new int[] {255, 0}, values(table, 2));
  }

  @Test
  void jpegsAreReadWithinWhatTheirFormatLoses() throws IOException {
    BufferedImage plain = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, 256).forEach(i -> plain.setRGB(i % 16, i / 16, 0xC86432));
    save(plain, "jpg", "a/1.jpg");
    save(plain, "jpg", "b/2.jpeg");
    int[] values = values(read(Optional.empty()), 1);
    assertEquals(200, values[0], 4);
    assertEquals(100, values[1], 4);
    assertEquals(50, values[2], 4);
  }

  @Test
  void oneInColoursMakesGreyOnesThreeEqualChannels() throws IOException {
    BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 77);
    save(grey, "png", "a/grey.png");
    save(colours(1, 1, 0x010203), "png", "b/red.png");
    Table table = read(Optional.empty());
    assertArrayEquals(new int[] {77, 77, 77}, values(table, 0));
    assertArrayEquals(new int[] {1, 2, 3}, values(table, 1));
  }

  @Test
  void imagesAreBroughtToTheSizeThatIsAskedFor() throws IOException {
    save(colours(4, 2, 0x000000, 0xFFFFFF, 0x000000, 0xFFFFFF, 0, 0, 0, 0), "png", "a/1.png");
    save(colours(1, 1, 0x646464), "png", "b/1.png");
    Table grey = read(Optional.of(new ImageSize(2, 2, 1)));
    assertEquals(Optional.of(new ImageSize(2, 2, 1)), grey.image());
    assertArrayEquals(new int[] {100, 100, 100, 100}, values(grey, 1));
    int[] halved = values(grey, 0);
    assertArrayEquals(new int[] {109, 146, 0, 0}, halved, Arrays.toString(halved));
    assertEquals(12, values(read(Optional.of(new ImageSize(2, 2, 3))), 0).length);
    assertEquals(
        "Found 2 channels, but images in folders have 1 (grey) or 3 (red, green and blue), such as [64, 64] or"
            + " [64, 64, 3].",
        refusal(Optional.of(new ImageSize(2, 2, 2))).message());
  }

  @Test
  void anotherPlaceOrOtherBytesAreAnotherHash() throws IOException {
    save(colours(1, 1, 1), "png", "a/1.png");
    save(colours(1, 1, 2), "png", "b/2.png");
    String hash = read(Optional.empty()).sha256();
    assertEquals(hash, read(Optional.empty()).sha256());
    Files.move(folder.resolve("b/2.png"), folder.resolve("a/2.png"));
    save(colours(1, 1, 1), "png", "b/1.png");
    Files.delete(folder.resolve("a/1.png"));
    assertNotEquals(hash, read(Optional.empty()).sha256());
  }

  @Test
  void differentSizesNameBothFiles() throws IOException {
    save(colours(2, 1, 1, 2), "png", "a/1.png");
    save(colours(2, 2, 1, 2, 3, 4), "png", "b/2.png");
    Problem problem = refusal(Optional.empty());
    assertEquals(folder.resolve("b/2.png").toString(), problem.file());
    assertEquals(
        "It has 2×2 pixels, but %s has 1×2: give the size that all are to be brought to by data.image, such as"
                .formatted(folder.resolve("a/1.png"))
            + " [64, 64, 3].",
        problem.message());
    assertEquals(
        List.of(new ImageSize(1, 2, 3), new ImageSize(2, 2, 3)),
        ImageFolderReader.sizes("it", folder, ProgressListener.NONE));
  }

  @Test
  void whatIsNoImageIsNamed() throws IOException {
    save(colours(1, 1, 1), "png", "a/1.png");
    Path bad = folder.resolve("b/bad.png");
    Files.createDirectories(bad.getParent());
    Files.writeString(bad, "<html>not found</html>");
    assertEquals(
        new Problem(
            bad.toString(), 0, 0, "", "It is no image in the format PNG, JPEG or BMP, whatever its name says."),
        refusal(Optional.empty()));
    Files.write(bad, new byte[0]);
    assertEquals("It is empty: fetch it again, or remove it.", refusal(Optional.empty()).message());
  }

  @Test
  void imagesThatWereCutOffAreNamed() throws IOException {
    BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, 64 * 64).forEach(i -> noise.setRGB(i % 64, i / 64, i * 0x9E3779B1));
    for (String format : List.of("png", "jpg", "bmp")) {
      Path file = folder.resolve("a/cut." + format);
      save(noise, format, "a/cut." + format);
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
      Problem problem = refusal(Optional.empty());
      assertEquals(file.toString(), problem.file());
      assertTrue(problem.message().startsWith("It can't be read as an image ("), problem.message());
      Files.delete(file);
    }
  }

  @Test
  void aClassWithoutImagesIsNamed() throws IOException {
    save(colours(1, 1, 1), "png", "a/1.png");
    Path empty = Files.createDirectories(folder.resolve("b"));
    assertEquals(
        new Problem(
            empty.toString(), 0, 0, "",
            "This folder stands for a class, but has no image: put some there (.png, .jpg, .bmp), or remove it."),
        refusal(Optional.empty()));
    Files.createDirectories(empty.resolve("c"));
    assertTrue(refusal(Optional.empty()).message().contains("only folders: if those are the classes"));
    Files.write(empty.resolve("scan.tiff"), new byte[10]);
    assertEquals(empty.resolve("scan.tiff").toString(), refusal(Optional.empty()).file());
  }

  @Test
  void otherFoldersAreLeftToOthers() throws IOException {
    assertFalse(ImageFolderReader.reads(folder));
    Files.createDirectories(folder.resolve("a"));
    assertFalse(ImageFolderReader.reads(folder));
    assertFalse(ImageFolderReader.reads(folder.resolve("gone")));
    save(colours(1, 1, 1), "png", "a/1.png");
    assertTrue(ImageFolderReader.reads(folder));
    assertTrue(Tables.isNamedSo(folder));
  }

  @Test
  void stopsWhenItIsToldTo() throws IOException {
    save(colours(1, 1, 1), "png", "a/1.png");
    RunControl control = new RunControl();
    control.stop();
    assertThrows(
        RunControl.StoppedException.class,
        () ->
            ImageFolderReader.read(
                "it", folder, Optional.empty(), (what, done, total) -> control.checkpoint()));
  }

  private Table read(Optional<ImageSize> size) {
    return ImageFolderReader.read("it", folder, size, ProgressListener.NONE);
  }

  private Problem refusal(Optional<ImageSize> size) {
    return assertThrows(InvalidInputException.class, () -> read(size)).problems().get(0);
  }

  private static int[] values(Table table, int row) {
    return table.columns().stream().skip(1).mapToInt(column -> (int) ((NumericColumn) column).value(row)).toArray();
  }

  private static BufferedImage colours(int width, int height, int... pixels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }

  private void save(BufferedImage image, String format, String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    assertTrue(ImageIO.write(image, format, file.toFile()));
  }
}
