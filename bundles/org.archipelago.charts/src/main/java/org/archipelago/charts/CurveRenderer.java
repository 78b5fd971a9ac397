package org.archipelago.charts;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * Draws curves as lines. Where hundreds of a kind lie over each other they are drawn a pixel wide and
 * without smooth edges, which nobody could see among them: that is many times as fast.
 */
final class CurveRenderer extends XYLineAndShapeRenderer {

  private static final long serialVersionUID = 1;
  private static final int HUNDREDS = 100;

  private final transient List<Curve> curves;
  private final boolean crowded;

  CurveRenderer(List<Curve> curves) {
    super(true, false);
    this.curves = curves;
    crowded = curves.stream().filter(Curve::isOneOfMany).count() >= HUNDREDS;
    setDrawSeriesLineAsPath(true);
  }

  @Override
  protected void drawFirstPassShape(Graphics2D g, int pass, int series, int item, Shape shape) {
    if (!crowded || !curves.get(series).isOneOfMany()) {
      super.drawFirstPassShape(g, pass, series, item, shape);
      return;
    }
    RenderingHints before = g.getRenderingHints();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
    g.setStroke(new BasicStroke((float) (1 / g.getTransform().getScaleX())));
    g.setPaint(getSeriesPaint(series));
    g.draw(shape);
    g.setRenderingHints(before);
  }
}
