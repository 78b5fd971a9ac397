package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold-out that is a file of its own. */
class TestSourceTest {

  private static final ComponentSpec TWO = Fixtures.partition("iid", Map.of("clients", 2));
  private static final String TRAIN = "ward,x,y\nA,1,yes\nB,3,no\nA,5,no\nB,7,yes\n";

  @TempDir Path folder;

  private Experiment experiment(String test, Map<String, Object> options) throws IOException {
    Files.writeString(folder.resolve("train.csv"), TRAIN);
    Files.writeString(folder.resolve("test.csv"), test);
    Map<String, Object> data =
        new HashMap<>(Map.of("source", "train.csv", "target", "y", "testSource", "test.csv"));
    data.putAll(options);
    return Fixtures.experiment(1, data, TWO);
  }

  private FederatedDataset load(String test) throws IOException {
    return Fixtures.load(folder, experiment(test, Map.of()));
  }

  private Problem refusal(String test) throws IOException {
    Experiment experiment = experiment(test, Map.of());
    return Fixtures.problem(() -> Fixtures.load(folder, experiment));
  }

  @Test
  void allRowsOfTheSourceAreTrainedOnAndAllOfTheOtherHeldOut() throws IOException {
    FederatedDataset data = load("y,ward,x,note\nno,B,4,late\nyes,C,8,\n,A,1,\n");
    assertEquals(4, data.clients().stream().mapToInt(client -> client.train().rows()).sum());
    assertEquals(2, data.test().rows());
    assertArrayEquals(new float[] {0, 1}, data.test().targets());
    float deviation = (float) Math.sqrt(5);
    assertArrayEquals(
        new float[] {0, 1, 0, 0, 0, 4 / deviation}, data.test().features(), 1e-6f, "as the training rows' mean 4");
    assertEquals("test.csv", data.testSource());
    assertEquals(List.of(2, 3), data.testLines());
    assertEquals(
        List.of(
            "Hold-out test.csv: 1 row without a value of 'y' was left out.",
            "Hold-out test.csv: Not used, since the experiment has no such column: note.",
            "Hold-out test.csv: Column 'ward': 1 row has a text that the experiment does not know ('C' in line 3"
                + " first); taken for none of: A, B."),
        data.summary().notes().stream().filter(note -> note.startsWith("Hold-out")).toList());
  }

  @Test
  void whatIsHeldOutChangesNeitherClientsNorScaling() throws IOException {
    FederatedDataset one = load("ward,x,y\nA,100,yes\n");
    FederatedDataset other = load("ward,x,y\nB,-100,no\n");
    for (int client = 0; client < 2; client++) {
      assertArrayEquals(
          one.clients().get(client).train().features(), other.clients().get(client).train().features());
    }
    assertEquals(one.partitionHash(), other.partitionHash());
    assertNotEquals(one.dataHash(), other.dataHash());
    assertEquals(one.dataHash(), load("ward,x,y\nA,100,yes\n").dataHash());
  }

  @Test
  void aColumnThatDoesNotFitIsNamed() throws IOException {
    Problem missing = refusal("ward,xx,y\nA,1,yes\n");
    assertEquals("test.csv", missing.file());
    assertEquals(
        "Column 'x' is missing, and the experiment needs it. Did you mean 'xx'? The file has ward, xx, y.",
        missing.message());
    assertEquals(
        "test.csv:3: Column 'x' is 'many' here, but it holds numbers in the experiment. Write a number, or leave"
            + " the cell empty.",
        refusal("ward,x,y\nA,1,yes\nA,many,no\n").toString());
    assertEquals(
        "test.csv:2: Column 'y' is 'maybe' here, which is no label of the experiment; its labels are no, yes."
            + " Correct the cell, or leave it empty to leave the row out.",
        refusal("ward,x,y\nA,1,maybe\n").toString());
  }

  @Test
  void imagesOfAnotherFolderAreBroughtToTheSizeOfTheFirst() throws IOException {
    save("train/dark/1.png", 2, 0x10);
    save("train/dark/2.png", 2, 0x11);
    save("train/light/1.png", 2, 0xF0);
    save("train/light/2.png", 2, 0xF1);
    save("test/light/large.png", 8, 0xFF);
    Map<String, Object> data = Map.of("source", "train", "target", "label", "testSource", "test");
    FederatedDataset loaded = Fixtures.load(folder, Fixtures.experiment(1, data, TWO));
    assertArrayEquals(new float[] {1, 1, 1, 1}, loaded.test().features());
    assertArrayEquals(new float[] {1}, loaded.test().targets());
    save("test/bright/large.png", 8, 0xFF);
    Problem unknown =
        Fixtures.problem(() -> Fixtures.load(folder, Fixtures.experiment(1, data, TWO)));
    assertEquals(
        "test:1: Column 'label' is 'bright' here, which is no label of the experiment; its labels are dark, light."
            + " Correct the cell, or leave it empty to leave the row out.",
        unknown.toString());
  }

  private void save(String name, int side, int grey) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < side * side; i++) {
      image.getRaster().setSample(i % side, i / side, 0, grey);
    }
    Files.createDirectories(folder.resolve(name).getParent());
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  @Test
  void aFileThatIsNotThereIsNamedAtItsField() throws IOException {
    Experiment experiment = experiment("", Map.of("testSource", "gone.csv"));
    Problem gone = Fixtures.problem(() -> Fixtures.load(folder, experiment));
    assertEquals("data.testSource", gone.path());
  }

  @Test
  void aShareOfTheSourceAndTheSourceItselfAreRefused() throws IOException {
    assertEquals(
        List.of(
            "data.test: Everything in testSource is held out, and no row of source; leave either test or"
                + " testSource out."),
        check(experiment("", Map.of("test", 0.3))));
    assertEquals(
        List.of(
            "data.testSource: This is the source itself: every row would be trained on and judged by; use test"
                + " for a share of it."),
        check(experiment("", Map.of("testSource", "train.csv"))));
    assertEquals(List.of(), check(experiment("", Map.of())));
  }

  private static List<String> check(Experiment experiment) {
    return new DatasetSection().check(experiment).stream().map(Problem::toString).toList();
  }
}
