package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archipelago.results.Format;
import org.archipelago.results.RunSeries;
import org.archipelago.results.Series;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class LegendTest {

  private final ChartSpec loss = RunCharts.loss(RunSeries.of(SampleRuns.openDigits(50)));

  @Test
  void everyEntryTellsWhereItIs() {
    ChartPicture picture = ChartRenderer.picture(loss, 480, 300, 2, Theme.LIGHT);
    assertEquals(
        List.of("Hold-out", "Training, mean over clients"),
        picture.legend().stream().map(LegendItem::name).toList());
    for (LegendItem item : picture.legend()) {
      assertEquals(Optional.of(item), picture.legendAt(item.x() + item.width() / 2, item.y() + 8));
      assertTrue(item.y() > 240 && item.y() + item.height() < 300, "in units, not in pixels: " + item);
      assertFalse(item.hidden());
    }
    assertEquals(Optional.empty(), picture.legendAt(240, 150));
    int ink = Theme.LIGHT.color(1).getRGB();
    LegendItem second = picture.legend().get(1);
    int y = (int) (2 * (second.y() + 10));
    boolean sample = false;
    for (int x = (int) (2 * second.x()); x < 2 * (second.x() + 30); x++) {
      sample |= picture.image().getRGB(x, y) == ink;
    }
    assertTrue(sample, "the sample of its dash lies in it");
  }

  @Test
  void hiddenEntriesStayThereToBeShownAgain() {
    ChartPicture picture =
        ChartRenderer.picture(loss, ChartView.PLAIN.toggled("Hold-out"), 480, 300, 1, Theme.DARK);
    assertEquals(List.of(true, false), picture.legend().stream().map(LegendItem::hidden).toList());
    assertEquals(1, picture.shown().curves().size());
  }

  @Test
  void aSingleCurveNeedsNoLegend() {
    ChartSpec privacy = RunCharts.privacy(RunSeries.of(SampleRuns.privateDigits(5)));
    assertTrue(ChartRenderer.picture(privacy, 480, 300, 1, Theme.LIGHT).legend().isEmpty());
  }

  @Test
  void aLongLegendLeavesRoomForTheCurves() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Series series = Series.of("s", "", new double[] {0, 1}, new double[] {0, i});
      curves.add(new Curve("Run number " + i, series, i, ""));
    }
    ChartSpec spec = with(curves);
    ChartPicture picture = ChartRenderer.picture(spec, 480, 300, 1, Theme.LIGHT);
    int listed = picture.legend().size();
    assertTrue(listed >= 5 && listed < 60, "listed " + listed);
    assertTrue(picture.frame().orElseThrow().height() > 100, "" + picture.frame());
    String svg = ChartRenderer.svg(spec, 480, 300, Theme.LIGHT);
    assertTrue(svg.matches("(?s).*>and \\d+ more<.*"), "the rest is counted");
  }

  @Test
  void whereThereIsNoRoomForAnEntryNothingIsWritten() {
    List<Curve> curves = new ArrayList<>();
    for (String name : List.of("The first of two long names", "The second of two long names")) {
      Series series = Series.of("s", "", new double[] {0, 1}, new double[] {0, 1});
      curves.add(new Curve(name, series, curves.size(), ""));
    }
    assertFalse(ChartRenderer.svg(with(curves), 240, 120, Theme.LIGHT).contains("more<"));
    assertTrue(ChartRenderer.svg(with(curves), 240, 160, Theme.LIGHT).contains(">The second of"));
  }

  @Test
  void longNamesKeepWhatTellsThemApart() {
    assertEndsStay(
        "Breast cancer diagnosis across five hospitals",
        List.of(", 2:07:05 PM", ", 2:09:11 PM", " (2)", ""),
        List.of("\u2026 2:07:05 PM", "\u2026 2:09:11 PM", "\u2026 (2)", "\u2026"));
    assertEndsStay(
        "\u4e94\u5bb6\u533b\u9662\u7684\u4e73\u817a\u764c\u8bca\u65ad".repeat(3),
        List.of("\uff0c14:07:05", "\uff0c14:09:11", "\uff082\uff09", ""),
        List.of("\u2026 14:07:05", "\u2026 14:09:11", "\u2026 \uff082\uff09", "\u2026"));
  }

  private static void assertEndsStay(String name, List<String> ends, List<String> cut) {
    List<Curve> curves = new ArrayList<>();
    for (String end : ends) {
      Series series = Series.of("s", "", new double[] {0, 1}, new double[] {0, 1});
      curves.add(new Curve(name + end, series, curves.size(), ""));
    }
    String svg = ChartRenderer.svg(with(curves), 240, 300, Theme.LIGHT);
    for (String end : cut) {
      assertTrue(svg.matches("(?s).*>" + name.charAt(0) + "[^<]*" + Pattern.quote(end) + "<.*"), end);
    }
  }

  @Test
  void manyOfAKindShareOneEntry() {
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("Hold-out", Series.of("s", "", new double[] {0, 9}, new double[] {1, 2}), 0, "2"));
    for (int i = 0; i < 1000; i++) {
      Series series = Series.of("s", "", new double[] {0, 9}, new double[] {1, i / 500.0});
      curves.add(Curve.ofMany("Each client", "client-" + i, series, 4));
    }
    ChartPicture picture = ChartRenderer.picture(with(curves), 480, 300, 1, Theme.LIGHT);
    assertEquals(
        List.of("Hold-out", "Each client"), picture.legend().stream().map(LegendItem::name).toList());
    PlotFrame frame = picture.frame().orElseThrow();
    int pale = Theme.LIGHT.pale(Theme.LIGHT.color(4)).getRGB();
    int y = (int) frame.pixelY(0.5);
    assertEquals(pale, picture.image().getRGB((int) frame.pixelX(8), y), "they are drawn");
    String svg = ChartRenderer.svg(with(curves), 480, 300, Theme.LIGHT);
    assertTrue(svg.split("stroke=\"#" + Integer.toHexString(pale).substring(2)).length > 1000);
  }

  private static ChartSpec with(List<Curve> curves) {
    return new ChartSpec("t", "", "Round", 1, new Axis("y", "", Axis.Rule.VALUES, false, Format::plain),
        curves, List.of(), List.of(), "");
  }
}
