package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.archipelago.results.RunSeries;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFileTest {

  @TempDir Path folder;
  private final ChartSpec loss = RunCharts.loss(RunSeries.of(SampleRuns.privateDigits(5)));

  @Test
  void aPictureOfPixelsIsSharpEverywhere() throws Exception {
    assertEquals(600, width(write(ChartFile.PNG, 1)));
    assertEquals(900, width(write(ChartFile.PNG, 3)));
  }

  @Test
  void linesAndNumbersAreText() throws Exception {
    String svg = Files.readString(write(ChartFile.SVG, 1));
    assertTrue(svg.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "), svg);
    String csv = Files.readString(write(ChartFile.CSV, 1));
    assertTrue(csv.startsWith("Round,Hold-out\n0,"), csv);
    assertEquals(7, csv.lines().count());
    for (String text : new String[] {svg, csv}) {
      assertFalse(text.contains("Training"), "the training loss stays on the screen");
    }
  }

  @Test
  void filesAreCalledAfterTheChart() {
    assertEquals("Loss.png", ChartFile.PNG.nameFor(loss));
    ChartSpec score = RunCharts.score(RunSeries.of(SampleRuns.openDigits(1)));
    assertEquals("Accuracy-on-the-hold-out.csv", ChartFile.CSV.nameFor(score));
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    Path file = folder.resolve("none").resolve("x.csv");
    assertThrows(
        NoSuchFileException.class,
        () -> ChartFile.CSV.write(file, loss, ChartView.PLAIN, 300, 200, 1, Theme.LIGHT));
  }

  private Path write(ChartFile kind, double scale) throws Exception {
    Path file = folder.resolve(kind.nameFor(loss));
    kind.write(file, loss, ChartView.PLAIN, 300, 200, scale, Theme.LIGHT);
    return file;
  }

  private static int width(Path file) throws Exception {
    BufferedImage image = ImageIO.read(file.toFile());
    return image.getWidth();
  }
}
