package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.archipelago.core.Metrics;
import org.archipelago.data.SampleDatasets;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From images, in the IDX format or as files by class, to a convolutional network and its record, and what is said when that can't be. */
class ImagesTest {

  private static final int SIDE = 8;

  @TempDir Path folder;

  /** The digits that ship with the program, as MNIST would hold them; each grey is 15 times as bright. */
  @BeforeEach
  void writeDigits() throws IOException {
    List<String> lines;
    try (var in = SampleDatasets.find("digits").orElseThrow().open()) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    DataOutputStream pixels = new DataOutputStream(images);
    DataOutputStream classes = new DataOutputStream(labels);
    for (int head : new int[] {0x803, lines.size(), SIDE, SIDE}) {
      pixels.writeInt(head);
    }
    classes.writeInt(0x801);
    classes.writeInt(lines.size());
    for (String line : lines) {
      int[] cells = Arrays.stream(line.split(",")).mapToInt(cell -> (int) Double.parseDouble(cell)).toArray();
      for (int i = 0; i < SIDE * SIDE; i++) {
        pixels.write(15 * cells[i]);
      }
      classes.write(cells[SIDE * SIDE]);
    }
    Files.write(folder.resolve("digits-images-idx3-ubyte"), images.toByteArray());
    Files.write(folder.resolve("digits-labels-idx1-ubyte"), labels.toByteArray());
    write("{id: cnn, channels: [8], kernel: 3, hidden: [], norm: group}", "");
  }

  private void write(String model, String data) throws IOException {
    write(model, "digits-images-idx3-ubyte", data);
  }

  private void write(String model, String source, String data) throws IOException {
    Files.writeString(
        folder.resolve("images.yaml"),
        """
        format: archipelago/experiment/1
        name: Images
        seed: 1
        data: {source: %s, target: label%s}
        partition: {id: iid, clients: 4}
        model: %s
        training: {rounds: 4, localEpochs: 2, batchSize: 10, optimizer: {id: sgd, learningRate: 0.1}}
        """
            .formatted(source, data, model));
  }

  @Test
  void aNetworkLearnsThem() throws IOException {
    Path out = folder.resolve("run");
    Cli run = Cli.run("run", experiment(), "--quiet", "--out", out.toString());
    assertEquals(0, run.code(), run.err());
    double accuracy =
        FileRunRepository.read(out).lastRound().orElseThrow().test().orElseThrow()
            .value(Metrics.ACCURACY).orElseThrow();
    assertTrue(accuracy > 0.85, "accuracy " + accuracy);
    String schema = Files.readString(out.resolve("schema.json"));
    assertTrue(schema.replaceAll("\\s", "").contains("\"image\":[8,8,1]"), schema.substring(0, 400));
    assertTrue(schema.contains("\"scale\" : 255"), schema.substring(0, 900));
  }

  @Test
  void imagesByClassAreLearnedAndThoseOfAnotherFolderHeldOut() throws IOException {
    writeFolders();
    write("{id: cnn, channels: [8], kernel: 3, hidden: [], norm: group}", "train", ", testSource: test");
    Path out = folder.resolve("run");
    Cli run = Cli.run("run", experiment(), "--quiet", "--out", out.toString());
    assertEquals(0, run.code(), run.err());
    double accuracy =
        FileRunRepository.read(out).lastRound().orElseThrow().test().orElseThrow()
            .value(Metrics.ACCURACY).orElseThrow();
    assertTrue(accuracy > 0.85, "accuracy " + accuracy);
    String holdOut = Files.readString(out.resolve("holdout.json")).replaceAll("\\s", "");
    assertTrue(holdOut.contains("\"source\":\"test\",\"lines\":[1,2,3,"), holdOut);
  }

  @Test
  void foldersThatCannotBeReadAreNamed() throws IOException {
    writeFolders();
    write("{id: cnn}", "train", "");
    assertEquals(0, Cli.run("validate", experiment()).code());
    Path small = folder.resolve("train/3/0.png");
    ImageIO.write(new BufferedImage(4, 8, BufferedImage.TYPE_BYTE_GRAY), "png", small.toFile());
    Cli sizes = Cli.run("validate", experiment());
    assertTrue(
        sizes.err().contains("It has 8×4 pixels, but %s has 8×8:".formatted(folder.resolve("train/0/0.png"))),
        sizes.err());
    write("{id: cnn}", "train", ", image: [16, 16]");
    assertEquals(0, Cli.run("validate", experiment()).code());
    Files.writeString(small, "no image");
    Cli damaged = Cli.run("validate", experiment());
    assertTrue(damaged.err().contains(small + ": It is no image in the format PNG, JPEG or BMP"), damaged.err());
    Files.createDirectories(folder.resolve("train/9a"));
    Cli empty = Cli.run("validate", experiment());
    assertTrue(
        empty.err().contains(folder.resolve("train/9a") + ": This folder stands for a class, but has no image"),
        empty.err());
  }

  /** The same digits as PNG files in a folder for each: every fifth to be held out. */
  private void writeFolders() throws IOException {
    byte[] images = Files.readAllBytes(folder.resolve("digits-images-idx3-ubyte"));
    byte[] labels = Files.readAllBytes(folder.resolve("digits-labels-idx1-ubyte"));
    for (int i = 0; i < labels.length - 8; i++) {
      BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setDataElements(
          0, 0, SIDE, SIDE, Arrays.copyOfRange(images, 16 + i * SIDE * SIDE, 16 + (i + 1) * SIDE * SIDE));
      Path of = folder.resolve(i % 5 == 4 ? "test" : "train").resolve(Byte.toString(labels[8 + i]));
      ImageIO.write(image, "png", Files.createDirectories(of).resolve(i + ".png").toFile());
    }
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path images = folder.resolve("digits-images-idx3-ubyte");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, Arrays.copyOf(whole, whole.length / 2));
    Cli cut = Cli.run("validate", experiment());
    assertTrue(cut.code() != 0);
    assertTrue(
        cut.err().contains(
            images + ": It says that it has 1,797 entries, but ends after about 898: it was cut off."),
        cut.err());
    Files.delete(folder.resolve("digits-labels-idx1-ubyte"));
    assertTrue(Cli.run("validate", experiment()).err().contains("Its labels are not beside it"));
  }

  @Test
  void sizesThatDoNotFitAreRefused() throws IOException {
    write("{id: cnn, channels: [8, 8, 8], padding: valid}", "");
    Cli small = Cli.run("validate", experiment());
    assertTrue(small.err().contains("model.kernel"), small.err());
    assertTrue(
        small.err().contains("The convolution 2 has a kernel of 5×5 pixels, but its image has only 2×2×8"),
        small.err());
    write("{id: cnn}", ", image: [4, 8]");
    Cli wrong = Cli.run("validate", experiment());
    assertTrue(
        wrong.err().contains("An image of 4×8×1 has 32 values, but the data has 64 features"), wrong.err());
    write("{id: cnn}", ", drop: [1x1]");
    Cli dropped = Cli.run("validate", experiment());
    assertTrue(dropped.err().contains("data.image"), dropped.err());
  }

  private String experiment() {
    return folder.resolve("images.yaml").toString();
  }
}
