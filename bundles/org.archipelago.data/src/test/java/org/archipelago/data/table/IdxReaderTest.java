package org.archipelago.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {

  private static final byte[] THREE_BY_TWO = {0, 1, 2, 3, 4, 5, (byte) 250, (byte) 251, 6, 7, 8, 9};

  @TempDir Path folder;

  @Test
  void readsImagesWithTheirLabels() throws IOException {
    write("train-images-idx3-ubyte", 0x803, THREE_BY_TWO, 2, 3, 2);
    write("train-labels-idx1-ubyte", 0x801, new byte[] {7, 3}, 2);
    Table table = read("train-images-idx3-ubyte");
    assertEquals(List.of("label", "1x1", "1x2", "2x1", "2x2", "3x1", "3x2"), table.names());
    assertEquals(Optional.of(new ImageSize(3, 2, 1)), table.image());
    assertEquals(List.of("7", "0", "1", "2", "3", "4", "5"), texts(table, 0));
    assertEquals(List.of("3", "250", "251", "6", "7", "8", "9"), texts(table, 1));
    assertEquals(2, table.line(1));
  }

  @Test
  void readsPackedFilesAndChannels() throws IOException {
    pack("images-idx4-ubyte.gz", bytes(0x804, THREE_BY_TWO, 1, 2, 2, 3));
    write("labels-idx1-ubyte", 0x801, new byte[] {1}, 1);
    Table table = read("images-idx4-ubyte.gz");
    assertEquals(Optional.of(new ImageSize(2, 2, 3)), table.image());
    assertEquals("1x2x1", table.names().get(4));
    assertEquals(List.of("1", "0", "1", "2", "3", "4", "5", "250", "251", "6", "7", "8", "9"), texts(table, 0));
  }

  @Test
  void aFolderGivesAllItsImagesThoseForTrainingFirst() throws IOException {
    write("train-images-idx3-ubyte", 0x803, new byte[] {1, 2}, 2, 1, 1);
    write("train-labels-idx1-ubyte", 0x801, new byte[] {1, 1}, 2);
    write("t10k-images-idx3-ubyte", 0x803, new byte[] {9}, 1, 1, 1);
    write("t10k-labels-idx1-ubyte", 0x801, new byte[] {2}, 1);
    assertTrue(IdxReader.reads(folder));
    Table table = IdxReader.read("all", folder, ProgressListener.NONE);
    assertEquals(List.of("1", "1"), texts(table, 0));
    assertEquals(List.of("2", "9"), texts(table, 2));
    write("t10k-images-idx3-ubyte", 0x803, new byte[] {9, 9}, 1, 2, 1);
    assertEquals(
        "Its images are 2×1×1, but those of train-images-idx3-ubyte are 1×1×1: keep them in folders of their"
            + " own.",
        refusal(folder, "t10k-images-idx3-ubyte"));
  }

  @Test
  void otherFilesAreLeftToOthers() {
    assertFalse(IdxReader.reads(folder));
    assertFalse(IdxReader.reads(folder.resolve("index.csv")));
    assertTrue(IdxReader.reads(folder.resolve("train-images.idx3-ubyte")));
  }

  @Test
  void manyBlocksArriveInOrderAndProgressIsTold() throws IOException {
    byte[] pixels = new byte[2500 * 3];
    byte[] labels = new byte[2500];
    for (int i = 0; i < 2500; i++) {
      labels[i] = (byte) (i % 10);
      Arrays.fill(pixels, 3 * i, 3 * i + 3, (byte) (i % 251));
    }
    write("images-idx3-ubyte", 0x803, pixels, 2500, 1, 3);
    write("labels-idx1-ubyte", 0x801, labels, 2500);
    List<Long> told = new ArrayList<>();
    Table table =
        IdxReader.read("it", folder.resolve("images-idx3-ubyte"), (what, done, total) -> told.add((long) done));
    for (int i = 0; i < 2500; i++) {
      assertEquals(List.of("" + i % 10, "" + i % 251, "" + i % 251, "" + i % 251), texts(table, i));
    }
    assertEquals(List.of(0L, 1000L, 2000L, 2500L), told);
  }

  @Test
  void stopsWhenItIsToldTo() throws IOException {
    write("images-idx3-ubyte", 0x803, new byte[3000], 3000, 1, 1);
    write("labels-idx1-ubyte", 0x801, new byte[3000], 3000);
    RunControl control = new RunControl();
    assertThrows(
        RunControl.StoppedException.class,
        () ->
            IdxReader.read(
                "it",
                folder.resolve("images-idx3-ubyte"),
                (what, done, total) -> {
                  control.stop();
                  control.checkpoint();
                }));
  }

  @Test
  void aFileThatWasCutOff() throws IOException {
    write("images-idx3-ubyte", 0x803, new byte[1999], 2000, 1, 1);
    write("labels-idx1-ubyte", 0x801, new byte[2000], 2000);
    assertEquals(
        "It says that it has 2,000 entries, but ends after about 1,999: it was cut off. Fetch it again.",
        refusal("images-idx3-ubyte"));
    Files.write(folder.resolve("images-idx3-ubyte"), new byte[] {0, 0, 8, 3, 0});
    assertEquals(
        "It ends before its header does: it was cut off, or is no IDX file.", refusal("images-idx3-ubyte"));
  }

  @Test
  void aPackedFileThatIsNone() throws IOException {
    Files.write(folder.resolve("images-idx3-ubyte.gz"), bytes(0x803, new byte[1], 1, 1, 1));
    assertEquals(
        "It is not packed by gzip, as its name says, or it is damaged. Fetch it again.",
        refusal("images-idx3-ubyte.gz"));
  }

  @Test
  void aPackedFileThatWasCutOff() throws IOException {
    pack("images-idx3-ubyte.gz", bytes(0x803, new byte[4000], 4000, 1, 1));
    write("labels-idx1-ubyte", 0x801, new byte[4000], 4000);
    byte[] whole = Files.readAllBytes(folder.resolve("images-idx3-ubyte.gz"));
    Files.write(folder.resolve("images-idx3-ubyte.gz"), Arrays.copyOf(whole, whole.length - 12));
    assertTrue(refusal("images-idx3-ubyte.gz").endsWith("it was cut off. Fetch it again."));
  }

  @Test
  void somethingElse() throws IOException {
    Files.writeString(folder.resolve("images-idx3-ubyte"), "label,1x1\n");
    assertEquals(
        "It begins with 6c616265, but a file of images in the IDX format, with a byte a value, begins with"
            + " 00000803, or with 00000804 if it has channels: it is something else.",
        refusal("images-idx3-ubyte"));
    write("images-idx3-ubyte", 0x801, new byte[1], 1);
    assertTrue(
        refusal("images-idx3-ubyte").endsWith("it is a file of labels; name that of the images."));
    write("images-idx3-ubyte", 0x803, new byte[1], 1, 1, 1);
    write("labels-idx1-ubyte", 0x803, new byte[1], 1, 1, 1);
    assertEquals(
        "It begins with 00000803, but a file of labels in the IDX format begins with 00000801: it is"
            + " something else.",
        refusal(folder.resolve("images-idx3-ubyte"), "labels-idx1-ubyte"));
  }

  @Test
  void labelsThatAreNotThereOrNotTheirs() throws IOException {
    write("train-images-idx3-ubyte", 0x803, new byte[2], 2, 1, 1);
    assertEquals(
        "Its labels are not beside it: there is neither train-labels-idx1-ubyte nor"
            + " train-labels-idx1-ubyte.gz.",
        refusal("train-images-idx3-ubyte"));
    write("train-labels-idx1-ubyte", 0x801, new byte[3], 3);
    assertEquals(
        "It has 3 labels, but train-images-idx3-ubyte has 2 images: they do not belong together.",
        refusal(folder.resolve("train-images-idx3-ubyte"), "train-labels-idx1-ubyte"));
    write("pixels-ubyte", 0x803, new byte[2], 2, 1, 1);
    assertEquals(
        "This is not named like a file of images: name the one with 'images' in its name, such as"
            + " train-images-idx3-ubyte.gz, with its labels beside it.",
        refusal("pixels-ubyte"));
  }

  @Test
  void headersThatCannotBe() throws IOException {
    write("labels-idx1-ubyte", 0x801, new byte[1], 1);
    write("images-idx3-ubyte", 0x803, new byte[0], 0, 1, 1);
    assertEquals(
        "It says that it has no entry: there is nothing to learn from.", refusal("images-idx3-ubyte"));
    write("images-idx3-ubyte", 0x803, new byte[0], 2_000_000_000, 28, 28);
    assertTrue(
        refusal("images-idx3-ubyte")
            .startsWith("It says that it has 2,000,000,000 entries of 784 values, more than Java has"));
    write("images-idx3-ubyte", 0x803, new byte[2], 1, 1, 1);
    assertEquals(
        "There is more in it than the 1 entries that it says it has.", refusal("images-idx3-ubyte"));
  }

  private Table read(String file) {
    return IdxReader.read(file, folder.resolve(file), ProgressListener.NONE);
  }

  private String refusal(String file) {
    return refusal(folder.resolve(file), file);
  }

  private String refusal(Path path, String blamed) {
    List<Problem> problems =
        assertThrows(
                InvalidInputException.class,
                () -> IdxReader.read("it", path, ProgressListener.NONE))
            .problems();
    assertEquals(1, problems.size());
    assertEquals(folder.resolve(blamed).toString(), problems.get(0).file());
    return problems.get(0).message();
  }

  private static List<String> texts(Table table, int row) {
    return table.columns().stream().map(column -> column.text(row)).toList();
  }

  private void write(String name, int magic, byte[] values, int... lengths) throws IOException {
    Files.write(folder.resolve(name), bytes(magic, values, lengths));
  }

  private void pack(String name, byte[] content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(content);
    }
  }

  private static byte[] bytes(int magic, byte[] values, int... lengths) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(magic);
    for (int length : lengths) {
      out.writeInt(length);
    }
    out.write(values);
    return bytes.toByteArray();
  }
}
