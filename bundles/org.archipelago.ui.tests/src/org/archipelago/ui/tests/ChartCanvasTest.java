package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.charts.Axis;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.ChartWindow;
import org.archipelago.charts.Curve;
import org.archipelago.charts.PlotFrame;
import org.archipelago.charts.Theme;
import org.archipelago.results.Format;
import org.archipelago.results.Series;
import org.archipelago.ui.charts.ChartCanvas;
import org.archipelago.ui.tests.pages.ChartPage;
import org.archipelago.ui.tests.pages.Ui;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartCanvasTest {

  private final Shell shell = new Shell(Display.getCurrent());
  private ChartCanvas canvas;
  private ChartPage chart;

  @BeforeEach
  void open() {
    shell.setLayout(new FillLayout());
    shell.setBackground(new Color(250, 250, 250));
    canvas = new ChartCanvas(shell);
    shell.setSize(600, 420);
    shell.open();
    canvas.show(losses(50));
    chart = new ChartPage(canvas).waitUntilDrawn();
  }

  @AfterEach
  void close() {
    shell.dispose();
  }

  @Test
  void theWheelZoomsAboutThePointer() {
    Point place = chart.at(0.25, 0.5);
    double position = chart.frame().xAt(place.x);
    double value = chart.frame().valueAt(place.y);
    chart.turnWheel(place, 3);
    PlotFrame near = chart.frame();
    assertEquals(50 / 1.15, near.window().xTo() - near.window().xFrom(), 1e-9);
    assertEquals(position, near.xAt(place.x), 1e-9);
    assertEquals(value, near.valueAt(place.y), 1e-9);
    chart.turnWheel(place, -3);
    assertEquals(ChartView.PLAIN, chart.view());
  }

  @Test
  void overAnAxisTheWheelZoomsAlongItOnly() {
    ChartWindow whole = chart.frame().window();
    chart.turnWheel(chart.at(0.5, 1.06), 1);
    assertEquals(whole.yTo(), chart.frame().window().yTo(), 1e-9);
    assertTrue(chart.frame().window().xTo() < whole.xTo());
  }

  @Test
  void draggingChoosesAnAreaAndThenPans() {
    chart.drag(chart.at(0.2, 0.2), chart.at(0.6, 0.9), 0);
    ChartWindow area = chart.frame().window();
    assertEquals(10, area.xFrom(), 0.2);
    assertEquals(30, area.xTo(), 0.2);
    chart.drag(chart.at(0.5, 0.5), chart.at(0.25, 0.5), 0);
    assertEquals(area.xFrom() + 5, chart.frame().window().xFrom(), 0.2);
    assertEquals(area.yFrom(), chart.frame().window().yFrom(), 1e-9);

    chart.drag(chart.at(0, 0.5), chart.at(0.5, 1), SWT.SHIFT);
    assertEquals(10, chart.frame().window().xTo() - chart.frame().window().xFrom(), 0.2);
    chart.doubleClick(chart.at(0.5, 0.5));
    assertEquals(ChartView.PLAIN, chart.view());
  }

  @Test
  void aClickAlonePansAndZoomsNothing() {
    chart.click(chart.at(0.5, 0.5));
    assertEquals(ChartView.PLAIN, chart.view());
  }

  @Test
  void everythingWorksByKeyboard() {
    chart.type('+');
    chart.type('+');
    ChartWindow near = chart.frame().window();
    assertEquals(50 / 1.25 / 1.25, near.xTo() - near.xFrom(), 1e-9);
    chart.type(SWT.ARROW_RIGHT, 0);
    assertTrue(chart.frame().window().xFrom() > near.xFrom());
    chart.type(SWT.ARROW_LEFT, 0);
    chart.type(SWT.ARROW_UP, 0);
    assertTrue(chart.frame().window().yFrom() > near.yFrom());
    chart.type(SWT.ARROW_DOWN, 0);
    assertEquals(near.yFrom(), chart.frame().window().yFrom(), 1e-9);
    chart.type('-');
    chart.type(SWT.HOME, 0);
    assertEquals(ChartView.PLAIN, chart.view());
    chart.type('s');
    assertEquals(0.6, chart.view().smoothing());
    chart.type('l');
    assertTrue(chart.frame().logarithmic());
    chart.type('l');
    assertFalse(chart.frame().logarithmic());
  }

  @Test
  void aClickOnTheLegendHidesAndShows() {
    assertEquals("Click to hide: Training", chart.toolTipAt(middleOf("Training")));
    chart.clickLegend("Training");
    assertEquals(Set.of("Training"), chart.view().hidden());
    assertTrue(chart.legendItem("Training").hidden());
    assertEquals("Click to show: Training", chart.toolTipAt(middleOf("Training")));
    chart.clickLegend("Training");
    assertEquals(Set.of(), chart.view().hidden());
  }

  @Test
  void theMenuOffersTheSame() {
    assertFalse(chart.isEnabled("Whole Chart"));
    chart.choose("Zoom In");
    assertTrue(chart.isEnabled("Whole Chart"));
    chart.choose("Whole Chart");
    chart.choose("Logarithmic Axis");
    assertTrue(chart.frame().logarithmic());
    chart.choose("Smoothing", "Moving Average, Weight of the Past 0.9");
    assertEquals(0.9, chart.view().smoothing());
    chart.choose("Curves", "Hold-out");
    assertEquals(Set.of("Hold-out"), chart.view().hidden());
  }

  @Test
  void aCurveThatReachesZeroHasNoLogarithmicAxis() {
    canvas.show(spec(Series.of("s", "", new double[] {0, 1}, new double[] {0, 1})));
    chart.waitUntilDrawn();
    assertFalse(chart.isEnabled("Logarithmic Axis"));
    chart.type('l');
    assertEquals(ChartView.PLAIN, chart.view());
  }

  @Test
  void numbersAndPictureAreCopied() {
    chart.type('s');
    chart.type('c', SWT.MOD1 | SWT.SHIFT);
    assertEquals(
        "Round,Hold-out,Training", ((String) clipboard(TextTransfer.getInstance())).lines().findFirst().get());
    chart.type('c', SWT.MOD1);
    Ui.waitUntil(
        "a picture on the clipboard",
        () -> clipboard(ImageTransfer.getInstance()) instanceof ImageData);
  }

  @Test
  void theViewStaysWhileTheRunGrows() {
    chart.turnWheel(chart.at(0.1, 0.5), 1);
    chart.clickLegend("Training");
    ChartView view = chart.view();
    canvas.show(losses(80));
    chart.waitUntilDrawn();
    assertEquals(view, chart.view());
    chart.type('0');
    assertEquals(80, chart.frame().window().xTo());
  }

  @Test
  void itsGroundFollowsTheThemeOfItsSurroundings() {
    assertEquals(rgb(Theme.LIGHT), chart.colour(0, 0));
    shell.setBackground(new Color(40, 40, 40));
    canvas.redraw();
    Ui.waitUntil("dark ground", () -> chart.colour(0, 0).equals(rgb(Theme.DARK)));
  }

  @Test
  void manyTurnsOfTheWheelEndWhereTheyShould() {
    canvas.show(losses(10_000));
    Point place = chart.at(0.5, 0.5);
    IntStream.range(0, 100).forEach(i -> chart.turnWheel(place, i < 50 ? 3 : -3));
    chart.waitUntilDrawn();
    assertEquals(ChartView.PLAIN, chart.view());
  }

  private Point middleOf(String legendName) {
    var item = chart.legendItem(legendName);
    return new Point((int) (item.x() + item.width() / 2), (int) (item.y() + item.height() / 2));
  }

  private static Object clipboard(Transfer kind) {
    Clipboard clipboard = new Clipboard(Display.getCurrent());
    try {
      return clipboard.getContents(kind);
    } finally {
      clipboard.dispose();
    }
  }

  private static RGB rgb(Theme theme) {
    var ground = theme.background();
    return new RGB(ground.getRed(), ground.getGreen(), ground.getBlue());
  }

  private static ChartSpec losses(int rounds) {
    return spec(falling("Hold-out", rounds, 0.2), falling("Training", rounds, 0.1));
  }

  private static Series falling(String name, int rounds, double rest) {
    double[] x = IntStream.rangeClosed(0, rounds).asDoubleStream().toArray();
    double[] y = IntStream.rangeClosed(0, rounds).mapToDouble(i -> rest + 2 * Math.exp(-i / 9.0)).toArray();
    return Series.of(name, "", x, y);
  }

  private static ChartSpec spec(Series... series) {
    List<Curve> curves =
        IntStream.range(0, series.length).mapToObj(i -> new Curve(series[i].name(), series[i], i, "")).toList();
    return new ChartSpec(
        "Loss", "", "Round", 1, new Axis("Mean loss", "", Axis.Rule.VALUES, false, Format::plain), curves,
        List.of(), List.of(), "");
  }
}
