package org.archipelago.ui.workbench.export.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.archipelago.export.report.Block;
import org.archipelago.export.report.ReportDocument;
import org.archipelago.export.report.ReportDocument.Section;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Shows a report on white paper that can be scrolled by mouse and keyboard. */
public final class ReportPaper extends Canvas {

  /** Width of charts in units of the screen. */
  public static final int CHART_WIDTH = 500;

  /** Their height. */
  public static final int CHART_HEIGHT = 300;

  /** Width of the partition's picture. */
  public static final int PARTITION_WIDTH = 600;

  private static final int MARGIN = 22;
  private static final int STEP = 48;
  private static final long SLICE_NANOS = 15_000_000;

  private final PaperFonts fonts;
  private ReportDocument document;
  private Map<Object, ImageData> pictures = Map.of();
  private double scale = 1;
  private List<Piece> pieces = new ArrayList<>();
  private List<PaperLayout.Step> steps = List.of();
  private int stepsDone;
  private int laidOutFor;
  private int height;
  private int place;

  public ReportPaper(Composite parent) {
    super(parent, SWT.BORDER | SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    fonts = new PaperFonts(this);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Resize, event -> layOut());
    addListener(SWT.Dispose, event -> discard());
    addListener(SWT.KeyDown, this::scroll);
    addListener(SWT.Traverse, event -> event.doit = true);
    addListener(SWT.MouseDown, event -> setFocus());
    getVerticalBar().addListener(SWT.Selection, event -> {
      place = getVerticalBar().getSelection();
      redraw();
    });
    getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = text();
              }
            });
  }

  /**
   * Shows a report, at the place that was last looked at.
   *
   * @param newPictures of charts and partitions; what has none is described in words
   * @param newScale pixels of a picture for a unit of the screen
   */
  public void show(ReportDocument shown, Map<Object, ImageData> newPictures, double newScale) {
    document = shown;
    pictures = newPictures;
    scale = newScale;
    laidOutFor = 0;
    layOut();
  }

  /** All that can be read on it, line by line. */
  public String text() {
    if (document == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    document.head().forEach(block -> lines.addAll(words(block)));
    for (Section section : document.sections()) {
      lines.add(section.title());
      section.blocks().forEach(block -> lines.addAll(words(block)));
    }
    return String.join("\n", lines);
  }

  /** Whether all of it has found its place. */
  public boolean isLaidOut() {
    return stepsDone == steps.size();
  }

  /** How many pictures are on it. */
  public int pictures() {
    return (int) pieces.stream().filter(PicturePiece.class::isInstance).count();
  }

  private static List<String> words(Block block) {
    return switch (block) {
      case Block.Text text -> List.of(text.text());
      case Block.Verdict verdict -> verdict.sentences();
      case Block.Bullets bullets -> bullets.sentences();
      case Block.Table table -> table.rows().stream().map(row -> String.join(" | ", row)).toList();
      case Block.Heat heat -> heat.rows().stream().map(Block.HeatRow::name).toList();
      case Block.Charts charts -> charts.charts().stream().map(chart -> chart.description()).toList();
      case Block.HeatMap heatMap -> List.of(heatMap.picture().description());
      case Block.Partition partition -> List.of(partition.picture().description());
    };
  }

  private void layOut() {
    int width = getClientArea().width;
    if (document == null || width <= 2 * MARGIN || width == laidOutFor) {
      updateBar();
      return;
    }
    laidOutFor = width;
    discard();
    steps = PaperLayout.steps(document);
    stepsDone = 0;
    height = 2 * MARGIN;
    goOn(steps);
  }

  /** Lays out as much as may be done at once, and the rest later: the window must answer meanwhile. */
  private void goOn(List<PaperLayout.Step> wanted) {
    if (isDisposed() || wanted != steps) {
      return;
    }
    long until = System.nanoTime() + SLICE_NANOS;
    int before = pieces.size();
    GC gc = new GC(this);
    try {
      PaperLayout layout =
          new PaperLayout(gc, fonts, pictures, scale, laidOutFor - 2 * MARGIN, pieces);
      while (stepsDone < steps.size() && System.nanoTime() < until) {
        steps.get(stepsDone++).layOut(layout);
      }
    } finally {
      gc.dispose();
    }
    height += pieces.subList(before, pieces.size()).stream().mapToInt(Piece::height).sum();
    updateBar();
    redraw();
    if (stepsDone < steps.size()) {
      getDisplay().asyncExec(() -> goOn(wanted));
    }
  }

  private void updateBar() {
    int visible = Math.max(1, getClientArea().height);
    int at = Math.max(0, Math.min(place, height - visible));
    getVerticalBar().setValues(
        at, 0, Math.max(visible, height), visible, STEP, Math.max(STEP, visible - STEP));
  }

  private void scroll(Event event) {
    int page = Math.max(STEP, getClientArea().height - STEP);
    int at = getVerticalBar().getSelection();
    int to = switch (event.keyCode) {
      case SWT.ARROW_DOWN -> at + STEP;
      case SWT.ARROW_UP -> at - STEP;
      case SWT.PAGE_DOWN -> at + page;
      case SWT.PAGE_UP -> at - page;
      case SWT.HOME -> 0;
      case SWT.END -> height;
      default -> at;
    };
    getVerticalBar().setSelection(Math.max(0, to));
    place = getVerticalBar().getSelection();
    redraw();
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    gc.setBackground(Ink.PAPER);
    gc.fillRectangle(area);
    gc.setAntialias(SWT.ON);
    gc.setInterpolation(SWT.HIGH);
    int y = MARGIN - getVerticalBar().getSelection();
    for (Piece piece : pieces) {
      if (y + piece.height() >= 0 && y <= area.height) {
        piece.paint(gc, MARGIN, y);
      }
      y += piece.height();
    }
  }

  private void discard() {
    pieces.forEach(Piece::dispose);
    pieces = new ArrayList<>();
  }
}
