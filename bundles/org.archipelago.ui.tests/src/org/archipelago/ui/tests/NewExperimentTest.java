package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunState;
import org.archipelago.ui.tests.pages.FieldsPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WizardPage;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.wizard.DataDrop;
import org.archipelago.ui.workbench.wizard.NewExperimentWizard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From data that is dropped on the window to a run. */
class NewExperimentTest {

  private static final String TITLE = "New Experiment from Your Data";

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final Workspace workspace = workbench.window().getService(Workspace.class);
  private final RunService runs = workbench.window().getService(RunService.class);
  private WizardPage wizard;

  @TempDir private Path folder;

  @AfterEach
  void tidyUp() throws IOException {
    if (wizard != null && wizard.isOpen()) {
      wizard.cancel();
    }
    workbench.closeEditors();
    Files.deleteIfExists(workspace.experiments().resolve("patients.yaml"));
  }

  @Test
  void leadsFromACsvFileToARun() throws IOException {
    drop(patients());
    assertEquals(
        List.of(
            "- patient_id | number | looks like an identifier",
            "x age | number | ",
            "x smoker | text | ",
            "x hospital | text | ",
            "- outcome | text | to predict"),
        wizard.lines());
    wizard.next();
    assertEquals("Clients", wizard.page());
    wizard.next();
    wizard.fields().type("training.rounds", "3");
    wizard.next();
    wizard.next();
    wizard.next();
    assertEquals("Review", wizard.page());
    assertTrue(wizard.text().contains("rounds: 3"), wizard.text());
    wizard.finish();
    Ui.waitUntil("the wizard is closed", () -> !wizard.isOpen());
    String text = Files.readString(workspace.experiments().resolve("patients.yaml"));
    assertTrue(text.contains("id: natural"), text);
    assertTrue(text.contains("drop: [patient_id, hospital]"), text);
    assertTrue(text.contains("# Passes over its own rows"), text);
    Ui.waitUntil("a run is under way", () -> !runs.live().isEmpty());
    workbench.run().waitForState(RunState.COMPLETED);
    assertEquals(3, workbench.run().snapshot().round());
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
  }

  @Test
  void imagesGetANetworkForThem() throws IOException {
    byte[] header = {0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 4, 0, 0, 0, 4};
    Path images = folder.resolve("train-images-idx3-ubyte");
    Files.write(images, Arrays.copyOf(header, header.length + 40 * 16));
    byte[] labels = Arrays.copyOf(new byte[] {0, 0, 8, 1, 0, 0, 0, 40}, 48);
    labels[47] = 1;
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
    drop(images);
    assertEquals(17, wizard.lines().size());
    assertEquals("- label | number | to predict", wizard.lines().getFirst());
    assertEquals("x 4x4 | number | ", wizard.lines().getLast());
    for (int page = 0; page < 5; page++) {
      wizard.next();
    }
    assertTrue(wizard.text().contains("id: cnn"), wizard.text());
    assertTrue(wizard.text().contains("drop: []"), wizard.text());
  }

  @Test
  void imagesThatWereSetApartAreHeldOutInstead() throws IOException {
    write("train", 60);
    write("t10k", 20);
    drop(folder.resolve("train-images-idx3-ubyte"));
    for (int page = 0; page < 5; page++) {
      wizard.next();
    }
    assertTrue(wizard.text().contains("t10k-images-idx3-ubyte\""), wizard.text());
    assertFalse(wizard.text().contains("test: 0.2"), wizard.text());
    for (int page = 0; page < 5; page++) {
      wizard.back();
    }
    wizard.tick("Hold out \u201Ct10k-images-idx3-ubyte\u201D instead", false);
    for (int page = 0; page < 5; page++) {
      wizard.next();
    }
    assertTrue(wizard.text().contains("test: 0.2"), wizard.text());
  }

  @Test
  void imagesTrainANetworkOfTwoHiddenLayersToo() throws IOException {
    write("train", 60);
    write("t10k", 20);
    drop(folder.resolve("train-images-idx3-ubyte"));
    wizard.next();
    wizard.next();
    wizard.fields().choose("model", "mlp");
    wizard.fields().type("model.hidden", "200, 200");
    wizard.fields().type("training.rounds", "2");
    wizard.next();
    wizard.next();
    wizard.next();
    wizard.finish();
    Ui.waitUntil("a run is under way", () -> !runs.live().isEmpty());
    workbench.run().waitForState(RunState.COMPLETED);
    DatasetSummary data = workbench.run().snapshot().header().orElseThrow().dataset();
    assertEquals(784, data.features().size());
    assertEquals(60, data.trainingRows());
    assertEquals(20, data.testRows(), "those that were set apart");
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
    Files.deleteIfExists(workspace.experiments().resolve("train-images-idx3-ubyte.yaml"));
  }

  /** Images of 28 by 28 pixels in ten classes, in the IDX format. */
  private void write(String set, int images) throws IOException {
    byte[] header = {0, 0, 8, 3, 0, 0, 0, (byte) images, 0, 0, 0, 28, 0, 0, 0, 28};
    byte[] pixels = Arrays.copyOf(header, 16 + images * 784);
    byte[] labels = Arrays.copyOf(new byte[] {0, 0, 8, 1, 0, 0, 0, (byte) images}, 8 + images);
    for (int image = 0; image < images; image++) {
      labels[8 + image] = (byte) (image % 10);
      Arrays.fill(pixels, 16 + image * 784, 16 + image * 784 + 78 * (image % 10), (byte) 200);
    }
    Files.write(folder.resolve(set + "-images-idx3-ubyte"), pixels);
    Files.write(folder.resolve(set + "-labels-idx1-ubyte"), labels);
  }

  @Test
  void aFolderOfImagesByClassTrainsTheNetworkOfAPreset() throws IOException {
    Random random = new Random(1);
    for (String name : List.of("dark", "light", "middle")) {
      Path of = Files.createDirectories(folder.resolve("patients/" + name));
      for (int i = 0; i < 12; i++) {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        int base = List.of("dark", "middle", "light").indexOf(name) * 60 + 40;
        for (int at = 0; at < 64 * 64; at++) {
          image.setRGB(at % 64, at / 64, (base + random.nextInt(40)) * 0x010101);
        }
        ImageIO.write(image, "png", of.resolve(i + ".png").toFile());
      }
    }
    drop(folder.resolve("patients"));
    assertEquals("- label | text | to predict", wizard.lines().getFirst());
    assertEquals(1 + 64 * 64 * 3, wizard.lines().size());
    wizard.next();
    wizard.fields().type("partition.clients", "3");
    wizard.next();
    wizard.fields().select("model.preset", "conv6-16");
    wizard.fields().type("training.rounds", "2");
    wizard.next();
    wizard.next();
    wizard.next();
    assertTrue(wizard.text().contains("preset: conv6-16"), wizard.text());
    wizard.finish();
    Ui.waitUntil("a run is under way", () -> !runs.live().isEmpty());
    workbench.run().waitForState(RunState.COMPLETED);
    assertEquals(2, workbench.run().snapshot().round());
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
  }

  @Test
  void imagesOfDifferentSizesAreBroughtToOne() throws IOException {
    for (int side : new int[] {20, 100}) {
      Path of = Files.createDirectories(folder.resolve("patients/side" + side));
      ImageIO.write(
          new BufferedImage(side, 30, BufferedImage.TYPE_BYTE_GRAY), "png", of.resolve("1.png").toFile());
    }
    drop(folder.resolve("patients"));
    assertTrue(wizard.message().contains("brought to 30×20×1"), wizard.message());
    for (int page = 0; page < 5; page++) {
      wizard.next();
    }
    assertTrue(wizard.text().contains("image: [30, 20]"), wizard.text());
  }

  @Test
  void wordsWithTheirTagsTrainATagger() throws IOException {
    StringBuilder notes = new StringBuilder("# global.columns = word hospital tag\n");
    for (int i = 0; i < 60; i++) {
      String site = i % 2 == 0 ? "north" : "south";
      notes.append("Give %1$s O\naspirin %1$s B-DRUG\n\nNo %1$s O\nfever %1$s B-PROBLEM\n\n".formatted(site));
    }
    drop(Files.writeString(folder.resolve("notes.conll"), notes));
    wizard.next();
    wizard.next();
    wizard.fields().type("training.rounds", "3");
    wizard.next();
    wizard.next();
    wizard.next();
    assertTrue(wizard.text().contains("id: tagger"), wizard.text());
    assertTrue(wizard.text().contains("target: tag"), wizard.text());
    assertTrue(wizard.text().contains("column: hospital"), wizard.text());
    assertTrue(wizard.text().contains("id: adam"), wizard.text());
    assertTrue(wizard.text().contains("learningRate: 0.005"), wizard.text());
    wizard.finish();
    Ui.waitUntil("a run is under way", () -> !runs.live().isEmpty());
    workbench.run().waitForState(RunState.COMPLETED);
    assertTrue(
        workbench
            .run()
            .snapshot()
            .evaluation()
            .flatMap(RunEvaluation::test)
            .flatMap(test -> test.figures().value(Metrics.SPAN_F1).stream().boxed().findFirst())
            .isPresent());
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
  }

  @Test
  void aColumnOfTextsIsReadWordByWord() throws IOException {
    StringBuilder reviews = new StringBuilder("id,review,mood\n");
    for (int i = 0; i < 40; i++) {
      reviews.append(i).append(",The room number ").append(i).append(i % 2 == 0 ? " was very good,happy\n" : " was bad indeed,sad\n");
    }
    drop(Files.writeString(folder.resolve("reviews.csv"), reviews));
    for (int page = 0; page < 5; page++) {
      wizard.next();
    }
    assertTrue(wizard.text().contains("textColumn: review"), wizard.text());
    assertTrue(wizard.text().contains("id: text"), wizard.text());
    assertTrue(wizard.text().contains("target: mood"), wizard.text());
  }

  @Test
  void aNumberOutOfRangeIsNamedWithWhatIsAllowed() throws IOException {
    drop(patients());
    wizard.next();
    wizard.next();
    FieldsPage fields = wizard.fields();
    fields.type("training.rounds", "0");
    Ui.waitUntil("it is said at the field", () -> fields.mistake("training.rounds").contains("at least 1"));
    assertTrue(wizard.problem().startsWith("training.rounds: Found 0; "), wizard.problem());
    assertFalse(wizard.canFinish());
    fields.type("training.rounds", "5");
    Ui.waitUntil("nothing is wrong", () -> fields.mistake("training.rounds").isEmpty());
    assertEquals("", wizard.problem());
    assertTrue(wizard.canFinish());
  }

  @Test
  void fieldsAreThoseOfTheEditor() throws IOException {
    drop(patients());
    wizard.next();
    FieldsPage fields = wizard.fields();
    assertTrue(fields.isChosen("partition", "natural"), "the column is there");
    assertEquals("hospital", fields.value("partition.column"));
    wizard.next();
    assertEquals("", fields.value("training.batchSize"));
    assertEquals("16", fields.placeholder("training.batchSize"));
    assertTrue(fields.hint("training.batchSize").contains("rows"), fields.hint("training.batchSize"));
    assertTrue(fields.hint("training.batchSize").contains("default 16"), fields.hint("training.batchSize"));
    fields.type("training.batchSize", "8");
    wizard.next();
    wizard.next();
    wizard.next();
    assertTrue(wizard.text().contains("batchSize: 8\n"), wizard.text());
  }

  @Test
  void whatPrivacyNeedsIsSetAndSaid() throws IOException {
    drop(patients());
    for (int page = 0; page < 4; page++) {
      wizard.next();
    }
    assertEquals("Privacy", wizard.page());
    wizard.fields().choose("privacy", "gaussian-central");
    Ui.waitUntil("it is said", () -> wizard.message().contains("strategy.weights is now equal"));
    assertEquals("", wizard.problem());
    wizard.next();
    assertTrue(wizard.text().contains("weights: equal"), wizard.text());
  }

  @Test
  void aRowOfTheWrongLengthIsNamedByItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.csv"), "a,b\n1,2\n1,2,3\n");
    DataDrop.take(workbench.window(), file);
    wizard = WizardPage.titled(TITLE);
    Ui.waitUntil("the problem is shown", () -> !wizard.problem().isEmpty());
    assertEquals(
        "broken.csv:3: The row has 3 cells, but the header names 2 columns.", wizard.problem());
    assertFalse(wizard.canFinish());
  }

  @Test
  void everyPageCanBeUsedByKeyboard() throws IOException {
    drop(patients());
    for (int page = 1; page <= 6; page++) {
      assertEquals(List.of(), wizard.wrongForKeyboard(), wizard.page());
      if (page < 6) {
        wizard.next();
      }
    }
  }

  @Test
  void thePathOfTheFileCanBeTyped() throws IOException {
    NewExperimentWizard.open(workbench.window(), null);
    wizard = WizardPage.titled(TITLE);
    wizard.typeFirst(folder.resolve("missing.csv").toString());
    Ui.waitUntil("it is missed", () -> wizard.problem().contains("missing.csv"));
    assertFalse(wizard.canFinish());
    wizard.typeFirst(patients().toString());
    Ui.waitUntil("the table is read", () -> !wizard.lines().isEmpty());
    assertEquals("", wizard.problem());
    assertTrue(wizard.canFinish());
  }

  @Test
  void aFileOfAnotherKindIsRefusedWithAdvice() {
    var said = Ui.answerNextDialog(TITLE, "OK");
    DataDrop.take(workbench.window(), folder.resolve("table.xlsx"));
    assertTrue(said.get().contains("table.xlsx holds no data that can be read"), said.get());
  }

  @Test
  void howATableIsReadIsShownAndCanBeChanged() throws IOException {
    StringBuilder text = new StringBuilder("ort;miete;ausgang\n");
    for (int i = 0; i < 40; i++) {
      text.append(i % 2 == 0 ? "K\u00f6ln;" : "Ulm;").append(i == 3 ? "-1" : i * 7 % 30 + ",5");
      text.append(i % 3 == 0 ? ";gut\n" : ";schlecht\n");
    }
    Path file = folder.resolve("mieten.csv");
    drop(Files.write(file, text.toString().getBytes(Charset.forName("windows-1252"))));
    assertTrue(
        wizard.texts().contains(
            "windows-1252, semicolon ( ; ), decimal comma ( , )"),
        () -> wizard.texts().toString());
    assertEquals("x miete | number | ", wizard.lines().get(1));
    Ui.fillNextDialog("How the Table Is Read", "auto, -1", "OK");
    wizard.open("Change...");
    Ui.waitUntil(() -> "a value is missing " + wizard.missing(), () -> wizard.missing().get(1).equals("1"));
    wizard.chooseInMenu("miete", "Read as Texts");
    Ui.waitUntil(() -> "it is read as texts " + wizard.lines(), () -> wizard.lines().get(1).contains("miete | text"));
    for (int page = 0; page < 5; page++) {
      wizard.next();
    }
    assertTrue(wizard.text().contains("missingTexts: [auto, \"-1\"]"), wizard.text());
    assertTrue(wizard.text().contains("asTexts: [miete]"), wizard.text());
    assertTrue(wizard.text().contains("delimiter: auto"), "what is found out need not be said");
  }

  @Test
  void theTargetInDisguiseIsWarnedOf() throws IOException {
    StringBuilder text = new StringBuilder("age,discharge_code,outcome\n");
    for (int i = 0; i < 80; i++) {
      text.append(20 + i * 37 % 60).append(i % 3 == 0 ? ",D1,ill\n" : ",D2,well\n");
    }
    drop(Files.writeString(folder.resolve("leaking.csv"), text));
    Ui.waitUntil(
        () -> "it is warned of " + wizard.lines(),
        () -> wizard.lines().contains("x discharge_code | text | the target in disguise?"));
    assertTrue(wizard.message().contains("Column 'discharge_code' alone tells 'outcome'"), wizard.message());
    assertTrue(wizard.canFinish(), "it is only a warning");
  }

  @Test
  void generatedDataBringsItsClients() {
    NewExperimentWizard.open(workbench.window(), null);
    wizard = WizardPage.titled(TITLE);
    Ui.fillNextDialog("Generated Data", "90", "OK");
    wizard.open("Generated...");
    Ui.waitUntil(() -> "the data is there " + wizard.problem(), () -> wizard.lines().size() == 3);
    wizard.typeFirst("synthetic:fedprox?clients=4&rows=400&dimension=5");
    Ui.waitUntil(() -> "the other is there " + wizard.problem(), () -> wizard.lines().size() == 7);
    for (int page = 0; page < 5; page++) {
      wizard.next();
    }
    assertTrue(
        wizard.text().contains("source: \"synthetic:fedprox?clients=4&rows=400&dimension=5\""), wizard.text());
    assertTrue(wizard.text().contains("column: client"), wizard.text());
    assertTrue(wizard.text().contains("drop: [client]"), wizard.text());
  }

  @Test
  void anArffFileBeginsAnExperimentToo() throws IOException {
    StringBuilder text = new StringBuilder("@relation r\n@attribute x numeric\n@attribute class {a,b}\n@data\n");
    for (int i = 0; i < 30; i++) {
      text.append(i * 7 % 11).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    drop(Files.writeString(folder.resolve("some.arff"), text));
    assertEquals(List.of("x x | number | ", "- class | text | to predict"), wizard.lines());
  }

  private void drop(Path file) {
    DataDrop.take(workbench.window(), file);
    wizard = WizardPage.titled(TITLE);
    Ui.waitUntil(() -> "the table is read; " + wizard.problem(), () -> !wizard.lines().isEmpty());
  }

  private Path patients() throws IOException {
    StringBuilder csv = new StringBuilder("patient_id,age,smoker,hospital,outcome\n");
    for (int i = 0; i < 80; i++) {
      int age = 20 + i * 37 % 60;
      csv.append(1000 + i).append(',').append(age).append(',').append(i % 3 == 0 ? "yes" : "no");
      csv.append(',').append(i % 2 == 0 ? "North" : "South").append(',').append(age > 50 ? "ill" : "well");
      csv.append('\n');
    }
    return Files.writeString(folder.resolve("patients.csv"), csv);
  }
}
