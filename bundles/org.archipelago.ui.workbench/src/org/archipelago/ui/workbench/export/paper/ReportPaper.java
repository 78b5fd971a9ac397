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

  private final PaperFonts fonts;
  private ReportDocument document;
  private Map<Object, ImageData> pictures = Map.of();
  private double scale = 1;
  private List<Piece> pieces = new ArrayList<>();
  private int laidOutFor;
  private int height;

  public ReportPaper(Composite parent) {
    super(parent, SWT.BORDER | SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    fonts = new PaperFonts(this);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Resize, event -> layOut());
    addListener(SWT.Dispose, event -> discard());
    addListener(SWT.KeyDown, this::scroll);
    addListener(SWT.Traverse, event -> event.doit = true);
    addListener(SWT.MouseDown, event -> setFocus());
    getVerticalBar().addListener(SWT.Selection, event -> redraw());
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
    GC gc = new GC(this);
    try {
      pieces = new PaperLayout(gc, fonts, pictures, scale, width - 2 * MARGIN).of(document);
    } finally {
      gc.dispose();
    }
    height = 2 * MARGIN + pieces.stream().mapToInt(Piece::height).sum();
    updateBar();
    redraw();
  }

  private void updateBar() {
    int visible = Math.max(1, getClientArea().height);
    int at = Math.max(0, Math.min(getVerticalBar().getSelection(), height - visible));
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
