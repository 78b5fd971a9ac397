package org.archipelago.export.report;

import org.archipelago.charts.ChartRenderer;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.HeatMapSpec;
import org.archipelago.charts.PartitionSpec;
import org.archipelago.charts.Theme;

/** Turns what a report shows into SVG elements. */
interface ReportPictures {

  /** Drawn for paper and light screens. */
  ReportPictures SVG =
      new ReportPictures() {
        @Override
        public String chart(ChartSpec chart) {
          return ChartRenderer.svg(chart, CHART_WIDTH, CHART_HEIGHT, Theme.LIGHT);
        }

        @Override
        public String heatMap(HeatMapSpec heatMap) {
          return ChartRenderer.svg(heatMap, heatMap.width(), heatMap.height(), Theme.LIGHT);
        }

        @Override
        public String partition(PartitionSpec partition) {
          return ChartRenderer.svg(partition, PARTITION_WIDTH, Theme.LIGHT);
        }
      };

  int CHART_WIDTH = 500;
  int CHART_HEIGHT = 300;
  int PARTITION_WIDTH = 1000;

  String chart(ChartSpec chart);

  String heatMap(HeatMapSpec heatMap);

  String partition(PartitionSpec partition);
}
