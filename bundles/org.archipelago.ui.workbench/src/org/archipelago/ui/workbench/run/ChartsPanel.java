package org.archipelago.ui.workbench.run;

import java.util.List;
import java.util.Optional;
import org.archipelago.charts.ChartSpec;
import org.archipelago.ui.charts.ChartCanvas;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.ui.IMemento;

/** Loss, score and privacy side by side, or beneath each other where there is not the width. */
final class ChartsPanel extends Composite {

  private static final String LOSS = "loss";
  private static final String SCORE = "score";
  private static final String PRIVACY = "privacy";

  private final ChartCanvas loss;
  private final ChartCanvas score;
  private final ChartCanvas privacy;
  private final FigureButton figure;
  private final Label noPrivacy;
  private boolean isPrivate;

  ChartsPanel(Composite parent, FigureChoice choice) {
    super(parent, SWT.NONE);
    HelpContext.set(this, "charts");
    loss = new ChartCanvas(this);
    figure = new FigureButton(this, choice);
    score = new ChartCanvas(this);
    figure.control().moveAbove(score);
    privacy = new ChartCanvas(this);
    noPrivacy = new Label(this, SWT.WRAP | SWT.CENTER);
    noPrivacy.setText(Messages.Run_noPrivacy);
    Palette.QUIET.applyTo(noPrivacy);
    setLayout(new ChartsLayout());
    show(false);
  }

  /** What the chart of scores can show, and does. */
  void figures(List<String> names, String shown) {
    figure.show(names, shown);
  }

  /** @param privacyChart absent when no privacy strategy is at work */
  void show(ChartSpec lossChart, ChartSpec scoreChart, Optional<ChartSpec> privacyChart) {
    loss.show(lossChart);
    score.show(scoreChart);
    privacyChart.ifPresent(privacy::show);
    boolean hasPrivacy = privacyChart.isPresent();
    if (hasPrivacy != isPrivate) {
      show(hasPrivacy);
      layout(true);
    }
  }

  /** Keeps how the charts are looked at. */
  void save(IMemento state) {
    ChartMemory.save(loss, state.createChild(LOSS));
    ChartMemory.save(score, state.createChild(SCORE));
    ChartMemory.save(privacy, state.createChild(PRIVACY));
  }

  void restore(IMemento state) {
    ChartMemory.restore(loss, state.getChild(LOSS));
    ChartMemory.restore(score, state.getChild(SCORE));
    ChartMemory.restore(privacy, state.getChild(PRIVACY));
  }

  private void show(boolean hasPrivacy) {
    isPrivate = hasPrivacy;
    privacy.setVisible(hasPrivacy);
    noPrivacy.setVisible(!hasPrivacy);
  }

  /** Gives the charts as much of the panel as their number allows, in a shape that curves can be read in. */
  private final class ChartsLayout extends Layout {

    private static final int NARROWEST = 230;
    private static final int LOWEST = 130;
    private static final int GAP = 6;
    private static final int NOTE_HEIGHT = 22;

    @Override
    protected Point computeSize(Composite composite, int width, int height, boolean flush) {
      return new Point(
          width == SWT.DEFAULT ? 2 * NARROWEST : width, height == SWT.DEFAULT ? NARROWEST : height);
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
      layoutCharts(composite);
      Rectangle chart = score.getBounds();
      Point button = figure.control().computeSize(SWT.DEFAULT, SWT.DEFAULT);
      figure.control().setBounds(
          chart.x + chart.width - button.x - GAP, chart.y + GAP, button.x, button.y);
    }

    private void layoutCharts(Composite composite) {
      Rectangle area = composite.getClientArea();
      if (!isPrivate) {
        place(noPrivacy, area.x, area.y + area.height - NOTE_HEIGHT, area.width, NOTE_HEIGHT);
        area.height -= NOTE_HEIGHT;
        spread(area, area.width >= 2 * NARROWEST, loss, score);
      } else if (area.width >= 3 * NARROWEST && area.width > 1.8 * area.height
          || area.width >= 2 * NARROWEST && area.height < 2 * LOWEST + GAP) {
        spread(area, true, loss, score, privacy);
      } else if (area.width >= 2 * NARROWEST) {
        int top = (area.height - GAP) * 5 / 9;
        spread(new Rectangle(area.x, area.y, area.width, top), true, loss, score);
        int below = area.y + top + GAP;
        place(privacy, area.x, below, area.width, area.y + area.height - below);
      } else {
        spread(area, false, loss, score, privacy);
      }
    }

    private void spread(Rectangle area, boolean across, Control... controls) {
      int number = controls.length;
      int width = across ? (area.width - GAP * (number - 1)) / number : area.width;
      int height = across ? area.height : (area.height - GAP * (number - 1)) / number;
      for (int i = 0; i < number; i++) {
        int x = across ? area.x + i * (width + GAP) : area.x;
        int y = across ? area.y : area.y + i * (height + GAP);
        place(controls[i], x, y, width, height);
      }
    }

    private void place(Control control, int x, int y, int width, int height) {
      control.setBounds(x, y, Math.max(0, width), Math.max(0, height));
    }
  }
}
