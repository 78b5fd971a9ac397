/**
 * Series as pictures, by JFreeChart without a screen: what a chart shows is a {@link
 * org.archipelago.charts.ChartSpec}, how it looks is a {@link org.archipelago.charts.Theme}, and
 * views and reports draw the same ones.
 */
package org.archipelago.charts;
