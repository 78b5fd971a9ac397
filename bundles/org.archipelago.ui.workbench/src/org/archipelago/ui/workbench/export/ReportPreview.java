package org.archipelago.ui.workbench.export;

import java.util.HashMap;
import java.util.Map;
import org.archipelago.charts.ChartRenderer;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartUnavailableException;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.HeatMapSpec;
import org.archipelago.charts.Theme;
import org.archipelago.export.report.Block;
import org.archipelago.export.report.HtmlReport;
import org.archipelago.export.report.ReportDocument;
import org.archipelago.ui.charts.Pictures;
import org.archipelago.ui.workbench.export.paper.ReportPaper;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The report on the screen: in the system's browser where there is one, else on paper of our own. */
final class ReportPreview {

  /**
   * What is shown.
   *
   * @param html for the browser; empty where there is none
   * @param pictures for the paper, by what they show
   */
  record Contents(ReportDocument document, String html, Map<Object, ImageData> pictures) {}

  private final Browser browser;
  private final ReportPaper paper;
  private final double scale;

  ReportPreview(Composite parent) {
    browser = browser(parent);
    paper = browser == null ? new ReportPaper(parent) : null;
    scale = Math.max(1, parent.getMonitor().getZoom() / 100.0);
  }

  /** Null where the system has none, as Linux without WebKitGTK. */
  private static Browser browser(Composite parent) {
    try {
      Browser found = new Browser(parent, SWT.BORDER);
      found.setJavascriptEnabled(false);
      return found;
    } catch (SWTError | UnsatisfiedLinkError none) {
      return null;
    }
  }

  Control control() {
    return browser == null ? paper : browser;
  }

  /** Makes what is to be shown; called in the background. */
  Contents make(ReportDocument document) {
    if (browser != null) {
      return new Contents(document, HtmlReport.of(document), Map.of());
    }
    Map<Object, ImageData> pictures = new HashMap<>();
    document.sections().forEach(section -> section.blocks().forEach(block -> draw(block, pictures)));
    return new Contents(document, "", pictures);
  }

  private void draw(Block block, Map<Object, ImageData> pictures) {
    try {
      if (block instanceof Block.Charts charts) {
        for (ChartSpec chart : charts.charts()) {
          pictures.put(
              chart,
              Pictures.toSwt(
                  ChartRenderer.picture(
                          chart, ChartView.PLAIN, ReportPaper.CHART_WIDTH, ReportPaper.CHART_HEIGHT,
                          scale, Theme.LIGHT)
                      .image()));
        }
      } else if (block instanceof Block.HeatMap heatMap) {
        HeatMapSpec picture = heatMap.picture();
        pictures.put(
            picture,
            Pictures.toSwt(
                ChartRenderer.picture(picture, picture.width(), picture.height(), scale, Theme.LIGHT)
                    .image()));
      } else if (block instanceof Block.Partition partition) {
        pictures.put(
            partition.picture(),
            Pictures.toSwt(
                ChartRenderer.image(
                    partition.picture(), ReportPaper.PARTITION_WIDTH, scale, Theme.LIGHT)));
      }
    } catch (ChartUnavailableException e) {
      // The paper describes in words what has no picture.
    }
  }

  void show(Contents contents) {
    if (browser != null) {
      browser.setText(contents.html(), false);
    } else {
      paper.show(contents.document(), contents.pictures(), scale);
    }
  }
}
