package org.archipelago.ui.workbench.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archipelago.core.Language;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.data.skew.SkewReport;
import org.archipelago.engine.RowGradients;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.common.ThemeChanges;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * The figures of skew side by side, each on its scale beside the band in which chance alone would leave it: what lies
 * outside the band is skew.
 */
public final class SkewStrip extends Canvas {

  /** Figures that are shown, with the ends of their scales; the bins of EMD are as many as classes. */
  private static final List<String> SHOWN =
      List.of("jsd.mean", "hellinger.mean", "l1.mean", "emd.mean", "hhi.mean", "entropy.mean", "sizes.gini");

  private static final int LEAST_WIDTH = 92;
  private static final int MARGIN = 4;
  private static final int TRACK = 6;

  private final Font large;
  private final int line;
  private final int largeLine;
  private final int tiles;
  private List<SkewFigure> figures = List.of();
  private Optional<SkewFigure> gradients = Optional.empty();
  private int classes = 1;

  /** @param gradients whether a figure of gradients will come, too */
  SkewStrip(Composite parent, boolean gradients) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
    tiles = SHOWN.size() + (gradients ? 1 : 0);
    FontDescriptor bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).increaseHeight(2);
    large = new LocalResourceManager(JFaceResources.getResources(), this).create(bold);
    GC gc = new GC(this);
    line = gc.getFontMetrics().getHeight();
    gc.setFont(large);
    largeLine = gc.getFontMetrics().getHeight();
    gc.dispose();
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.MouseMove, event -> explain(event.x, event.y));
    ThemeChanges.onChange(this, this::redraw);
    getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent event) {
        event.result = words();
      }
    });
  }

  void show(SkewReport report, int classesOfData) {
    Optional<List<SkewFigure>> old = Optional.of(figures).filter(shown -> report.chance().isEmpty());
    figures =
        report.figures().stream()
            .filter(figure -> SHOWN.contains(figure.id()))
            .map(figure -> old.map(shown -> withOldBand(figure, shown)).orElse(figure))
            .toList();
    classes = classesOfData;
    redraw();
  }

  /** While the new band is drawn, the old one stays, so that nothing flickers. */
  private static SkewFigure withOldBand(SkewFigure figure, List<SkewFigure> shown) {
    return shown.stream()
        .filter(old -> old.id().equals(figure.id()))
        .findFirst()
        .map(old -> new SkewFigure(figure.id(), figure.value(), old.chance()))
        .orElse(figure);
  }

  /** Shows how unlike gradients are; nothing where that can't be measured. */
  void show(Optional<SkewFigure> ofGradients) {
    gradients = ofGradients;
    redraw();
  }

  /** What is shown, the first figure first. */
  public List<SkewFigure> figures() {
    return Stream.concat(figures.stream(), gradients.stream()).toList();
  }

  /** All figures in words. */
  public String words() {
    return figures().stream().map(SkewStrip::sentence).collect(Collectors.joining("; "));
  }

  @Override
  public Point computeSize(int width, int height, boolean changed) {
    int wide = width == SWT.DEFAULT ? tiles * LEAST_WIDTH : width;
    return new Point(wide, lines(wide) * tileHeight());
  }

  private int columns(int width) {
    return Math.clamp(width / LEAST_WIDTH, 1, tiles);
  }

  private int lines(int width) {
    return Math.ceilDiv(tiles, columns(width));
  }

  private int tileHeight() {
    return 2 * line + largeLine + TRACK + 14;
  }

  private Rectangle tile(int index) {
    int width = getClientArea().width;
    int columns = Math.ceilDiv(tiles, lines(width));
    int left = index % columns * width / columns;
    int right = (index % columns + 1) * width / columns;
    return new Rectangle(left, index / columns * tileHeight(), right - left, tileHeight());
  }

  private void paint(GC gc) {
    gc.setAntialias(SWT.ON);
    List<SkewFigure> shown = figures();
    for (int index = 0; index < shown.size(); index++) {
      paint(gc, shown.get(index), tile(index));
    }
    if (!figures.isEmpty() && shown.size() < tiles) {
      Rectangle waiting = tile(shown.size());
      gc.setForeground(Palette.QUIET.on(this));
      gc.drawText(MatrixPainter.shortened(gc, StudioMessages.skew_gradients, waiting.width - 2 * MARGIN),
          waiting.x + MARGIN, waiting.y + 3, true);
      gc.drawText("\u2026", waiting.x + MARGIN, waiting.y + 3 + line, true);
    }
  }

  private void paint(GC gc, SkewFigure figure, Rectangle tile) {
    int x = tile.x + MARGIN;
    int width = tile.width - 2 * MARGIN;
    gc.setForeground(Palette.QUIET.on(this));
    gc.drawText(MatrixPainter.shortened(gc, title(figure), width), x, tile.y + 3, true);
    gc.setFont(large);
    gc.setForeground(getForeground());
    gc.drawText(MatrixHeads.figure(figure.value()), x, tile.y + 3 + line, true);
    gc.setFont(getFont());
    int track = tile.y + 3 + line + largeLine + 3;
    track(gc, figure, new Rectangle(x, track, width, TRACK));
    boolean over = isOver(figure);
    gc.setForeground((over ? Palette.WARNING : Palette.QUIET).on(this));
    gc.drawText(MatrixPainter.shortened(gc, verdict(figure), width), x, track + TRACK + 2, true);
  }

  private void track(GC gc, SkewFigure figure, Rectangle track) {
    gc.setBackground(Palette.LINE.on(this));
    gc.fillRoundRectangle(track.x, track.y + 1, track.width, track.height - 2, 4, 4);
    double most = most(figure);
    figure.chance().ifPresent(band -> {
      int from = at(band.low(), most, track);
      int to = Math.max(from + 3, at(band.high(), most, track));
      gc.setBackground(Palette.ACCENT.on(this));
      gc.fillRoundRectangle(from, track.y - 1, to - from, track.height + 2, 4, 4);
    });
    int x = at(figure.value(), most, track);
    gc.setBackground((isOver(figure) ? Palette.WARNING : Palette.QUIET).on(this));
    gc.fillPolygon(new int[] {x - 4, track.y - 4, x + 4, track.y - 4, x, track.y + 3});
    gc.fillRectangle(x - 1, track.y - 2, 2, track.height + 4);
  }


  private static int at(double value, double most, Rectangle track) {
    double share = Double.isFinite(value) ? Math.clamp(value / most, 0, 1) : 0;
    return track.x + (int) Math.round(share * track.width);
  }

  private double most(SkewFigure figure) {
    return switch (figure.id()) {
      case "l1.mean" -> 2;
      case "emd.mean" -> Math.max(1, (classes - 1) / 2.0);
      case RowGradients.DISSIMILARITY -> Math.max(4, Math.ceil(figure.value()));
      default -> 1;
    };
  }

  private static boolean isOver(SkewFigure figure) {
    return figure.chance().filter(band -> !band.contains(figure.value())).isPresent();
  }

  private static String title(SkewFigure figure) {
    return switch (figure.id()) {
      case "jsd.mean" -> StudioMessages.skew_jsd;
      case "hellinger.mean" -> StudioMessages.skew_hellinger;
      case "l1.mean" -> StudioMessages.skew_l1;
      case "emd.mean" -> StudioMessages.skew_emd;
      case "hhi.mean" -> StudioMessages.skew_hhi;
      case "entropy.mean" -> StudioMessages.skew_entropy;
      case RowGradients.DISSIMILARITY -> StudioMessages.skew_gradients;
      default -> StudioMessages.skew_gini;
    };
  }

  private static String verdict(SkewFigure figure) {
    if (figure.chance().isEmpty()) {
      return figure.id().equals("sizes.gini") ? StudioMessages.skew_ofSizes : StudioMessages.skew_waiting;
    }
    if (!isOver(figure)) {
      return StudioMessages.skew_asByChance;
    }
    String pattern = figure.excess() > 0 ? StudioMessages.skew_over : StudioMessages.skew_under;
    return NLS.bind(pattern, MatrixHeads.figure(Math.abs(figure.excess())));
  }

  private static String sentence(SkewFigure figure) {
    String name = figure.name(Language.current());
    String value = MatrixHeads.figure(figure.value());
    return figure.chance()
        .map(band -> NLS.bind(StudioMessages.skew_sentence, new Object[] {
            name, value, MatrixHeads.figure(band.mean()), MatrixHeads.figure(band.low()),
            MatrixHeads.figure(band.high())}))
        .orElse(name + " " + value);
  }

  private void explain(int x, int y) {
    List<String> lines = new ArrayList<>();
    for (int index = 0; index < figures().size(); index++) {
      if (tile(index).contains(x, y)) {
        lines.add(sentence(figures().get(index)));
        lines.add(figures().get(index).explanation(Language.current()));
      }
    }
    setToolTipText(lines.isEmpty() ? null : String.join("\n", lines));
  }
}
