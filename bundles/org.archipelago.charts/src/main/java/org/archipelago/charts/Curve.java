package org.archipelago.charts;

import org.archipelago.results.Series;

/**
 * A curve of a chart.
 *
 * @param name what the legend calls it
 * @param series its points; may be empty
 * @param style 0 or more; decides colour and dash, so that a thing looks the same in every chart
 * @param endLabel written beside its last point; empty for no label
 */
public record Curve(String name, Series series, int style, String endLabel) {}
