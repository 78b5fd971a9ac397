package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.archipelago.core.RunState;
import org.archipelago.results.Format;
import org.archipelago.results.RunSeries;
import org.archipelago.results.Series;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartRendererTest {

  static Stream<ChartSpec> everyChart() {
    return Stream.of(
            SampleRuns.privateDigits(50),
            SampleRuns.privateDigits(0),
            SampleRuns.as(SampleRuns.houses(40), RunState.COMPLETED, ""),
            SampleRuns.withoutRounds(SampleRuns.openDigits(0)))
        .flatMap(run -> {
          RunSeries series = RunSeries.of(run);
          return Stream.of(RunCharts.loss(series), RunCharts.score(series), RunCharts.privacy(series));
        });
  }

  @Test
  void numbersAtAnAxisAreFreeOfBinaryNoise() {
    Series series = Series.of("r2", "", new double[] {0, 1}, new double[] {-1, 1});
    ChartSpec spec =
        new ChartSpec("t", "", "Round", 1, new Axis("y", "", Axis.Rule.UP_TO_ONE, false, Format::plain),
            List.of(new Curve("c", series, 0, "")), List.of(), List.of(), "");
    for (int height = 200; height <= 900; height += 50) {
      String svg = ChartRenderer.svg(spec, 480, height, Theme.LIGHT);
      assertFalse(svg.matches("(?s).*>[^<]?\\d\\.\\d{4,}<.*"), "at a height of " + height);
    }
  }

  @ParameterizedTest
  @MethodSource("everyChart")
  void everyThemeHasItsGroundAndInk(ChartSpec spec) {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      BufferedImage image = ChartRenderer.image(spec, 480, 300, 1, theme);
      assertEquals(theme.background().getRGB(), image.getRGB(0, 0));
      assertEquals(theme.background().getRGB(), image.getRGB(479, 299));
      assertTrue(has(image, theme.text()), "the title is written");
      for (Curve curve : spec.curves()) {
        assertEquals(!curve.series().isEmpty(), has(image, theme.color(curve.style())), curve.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyChart")
  void everySvgIsWellFormedAndSelfContained(ChartSpec spec) throws Exception {
    String svg = ChartRenderer.svg(spec, 480, 300, Theme.LIGHT);
    Document document = parse(svg);
    assertEquals("svg", document.getDocumentElement().getTagName());
    assertEquals(spec.description(), document.getDocumentElement().getAttribute("aria-label"));
    assertFalse(svg.contains(" id="), "several stand in one page");
    assertFalse(svg.contains("href"), "it asks for nothing from elsewhere");
    assertEquals(svg, ChartRenderer.svg(spec, 480, 300, Theme.LIGHT));
    assertTrue(svg.contains(">" + spec.title() + "<"));
    assertEquals(spec.isEmpty(), svg.contains(">" + spec.emptyText() + "<"));
    assertNotEquals(svg, ChartRenderer.svg(spec, 480, 300, Theme.DARK));
  }

  @Test
  void scaleMakesMorePixelsOfTheSamePicture() {
    ChartSpec spec = RunCharts.score(RunSeries.of(SampleRuns.openDigits(20)));
    BufferedImage image = ChartRenderer.image(spec, 300, 200, 2, Theme.LIGHT);
    assertEquals(600, image.getWidth());
    assertEquals(400, image.getHeight());
    assertThrows(
        IllegalArgumentException.class, () -> ChartRenderer.image(spec, 300, 200, 0, Theme.LIGHT));
  }

  @Test
  void aFrameTellsWhereTheCurvesLie() {
    ChartSpec spec = RunCharts.privacy(RunSeries.of(SampleRuns.privateDigits(50)));
    ChartPicture picture = ChartRenderer.picture(spec, 480, 300, 1, Theme.LIGHT);
    PlotFrame frame = picture.frame().orElseThrow();
    int x = (int) Math.round(frame.pixelX(50));
    int y = (int) Math.round(frame.pixelY(SampleRuns.spent(50).epsilon()));
    assertEquals(
        Theme.LIGHT.color(spec.curves().get(0).style()).getRGB(), picture.image().getRGB(x, y),
        "the dot of the last round lies where the frame says");
    assertEquals(50, frame.xAt(frame.pixelX(50)), 1e-9);
    assertEquals(3.2, frame.valueAt(frame.pixelY(3.2)), 1e-9);
  }

  @Test
  void whatIsZoomedIntoLiesWhereItsFrameSays() {
    ChartSpec spec = RunCharts.privacy(RunSeries.of(SampleRuns.privateDigits(50)));
    ChartView view = ChartView.PLAIN.selected(spec, 40, 3, 50.5, 4.2);
    PlotFrame frame = ChartRenderer.picture(spec, view, 480, 300, 1, Theme.LIGHT).frame().orElseThrow();
    assertEquals(view.window().orElseThrow(), frame.window());
    assertEquals(frame.x(), frame.pixelX(frame.window().xFrom()), 1e-9);
    String svg = ChartRenderer.svg(spec, view, 480, 300, Theme.LIGHT);
    assertTrue(svg.contains(">42<") && svg.contains(">50<"), "rounds are labelled");
    assertFalse(svg.contains(">10<"), "what lies outside is not");
    assertTrue(svg.contains("budget 4"));
    String below =
        ChartRenderer.svg(spec, ChartView.PLAIN.selected(spec, 1, 0.5, 9, 2), 480, 300, Theme.LIGHT);
    assertFalse(below.contains(">budget 4<"), "the budget's line is out of sight");
    assertFalse(below.contains(">3.85<"), "and so is the last point");
  }

  @Test
  void theLabelOfAReferenceStaysBesideTheAxisOfANarrowChart() throws Exception {
    ChartSpec spec = RunCharts.score(RunSeries.of(SampleRuns.openDigits(50)));
    for (int width : new int[] {230, 280, 480}) {
      double axis = ChartRenderer.picture(spec, width, 300, 1, Theme.LIGHT).frame().orElseThrow().x();
      NodeList texts =
          parse(ChartRenderer.svg(spec, width, 300, Theme.LIGHT)).getElementsByTagName("text");
      Element label =
          IntStream.range(0, texts.getLength())
              .mapToObj(i -> (Element) texts.item(i))
              .filter(text -> text.getTextContent().startsWith("always"))
              .findFirst()
              .orElseThrow();
      double x = Double.parseDouble(label.getAttribute("x"));
      assertTrue(x > axis, "at " + x + " in a chart " + width + " wide, whose axis is at " + axis);
    }
  }

  @Test
  void aNarrowLogarithmicWindowStillHasLabels() {
    Series series = Series.of("s", "", new double[] {0, 9}, new double[] {1, 1000});
    ChartSpec spec =
        new ChartSpec("t", "", "Round", 9, new Axis("y", "", Axis.Rule.VALUES, true, Format::plain),
            List.of(new Curve("s", series, 0, "")), List.of(), List.of(), "");
    String whole = ChartRenderer.svg(spec, 480, 300, Theme.LIGHT);
    assertTrue(Stream.of("1", "10", "100", "1000").allMatch(text -> whole.contains(">" + text + "<")));
    String part =
        ChartRenderer.svg(spec, ChartView.PLAIN.selected(spec, 2, 20, 8, 45), 480, 300, Theme.LIGHT);
    assertTrue(Stream.of("20", "30", "40").allMatch(text -> part.contains(">" + text + "<")), part);
  }

  @ParameterizedTest
  @MethodSource("everyChart")
  void noSizeIsTooSmall(ChartSpec spec) {
    for (int size : new int[] {1, 20, 60, 90, 130, 180}) {
      assertEquals(size, ChartRenderer.image(spec, size, size, 1, Theme.LIGHT).getWidth());
    }
  }

  @Test
  void tenThousandPointsStaySmall() throws Exception {
    double[] x = IntStream.range(0, 10_000).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 10_000).mapToDouble(i -> 1 / (1.0 + i) + i % 7 * 0.01).toArray();
    Series series = Series.of("s", "", x, y);
    ChartSpec spec =
        new ChartSpec("t", "", "Round", 10_000, new Axis("y", "", Axis.Rule.VALUES, true, Format::plain),
            List.of(new Curve("s", series, 0, "0.02")), List.of(), List.of(), "");
    String svg = ChartRenderer.svg(spec, 480, 300, Theme.LIGHT);
    assertTrue(svg.length() < 60_000, () -> svg.length() + " characters");
    parse(svg);
    assertTrue(has(ChartRenderer.image(spec, 480, 300, 1, Theme.LIGHT), Theme.LIGHT.color(0)));
  }

  @Test
  void hostileNamesAreTextsInTheSvg() throws Exception {
    Series series = Series.of("s", "", new double[] {0}, new double[] {1});
    String name = "</svg><script>alert('1')</script> & \u0007 \"x\"";
    ChartSpec spec =
        new ChartSpec(name, name, name, 1, new Axis(name, name, Axis.Rule.VALUES, false, Format::plain),
            List.of(new Curve(name, series, 0, name), new Curve(name, series, 1, name)), List.of(),
            List.of(new ReferenceLine(1, name, ReferenceLine.Kind.LIMIT)), "");
    String svg = ChartRenderer.svg(spec, 900, 300, Theme.LIGHT);
    assertEquals(0, parse(svg).getElementsByTagName("script").getLength());
  }

  @Test
  void curvesDifferInColourAndInDash() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (int a = 0; a < 4; a++) {
        for (int b = 0; b < a; b++) {
          assertNotEquals(theme.color(a), theme.color(b));
          assertNotEquals(theme.stroke(a), theme.stroke(b));
        }
      }
    }
  }

  @Test
  void aMachineWithoutFontsStillWritesSvg(@TempDir Path home) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "fontconfig decides on Linux only");
    Path fonts = Files.writeString(home.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
    Path output = home.resolve("output");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + home, "-cp", System.getProperty("java.class.path"),
            WithoutFonts.class.getName());
    java.environment().put("FONTCONFIG_FILE", fonts.toString());
    java.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = java.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertTrue(said.contains("svg drawn"), said);
    assertTrue(said.contains("Charts can't be drawn here: Java finds no fonts"), said);
    assertTrue(said.contains("Install fontconfig and a font"), said);
  }

  /** Draws in a Java machine that finds no font. */
  static final class WithoutFonts {
    public static void main(String[] arguments) {
      ChartSpec spec = RunCharts.privacy(RunSeries.of(SampleRuns.privateDigits(5)));
      String svg = ChartRenderer.svg(spec, 480, 300, Theme.LIGHT);
      System.out.println(svg.contains("budget 4") ? "svg drawn" : "svg is missing something");
      try {
        ChartRenderer.image(spec, 480, 300, 1, Theme.LIGHT);
        System.out.println("fonts were found");
      } catch (ChartUnavailableException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static boolean has(BufferedImage image, Color color) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .anyMatch(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == color.getRGB());
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
