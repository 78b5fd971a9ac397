package org.archipelago.ui.charts;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle. */
final class Messages extends NLS {

  public static String Chart_at;
  public static String Chart_average;
  public static String Chart_cannotSave;
  public static String Chart_copyNumbers;
  public static String Chart_copyPicture;
  public static String Chart_curves;
  public static String Chart_hide;
  public static String Chart_logarithmic;
  public static String Chart_measured;
  public static String Chart_more;
  public static String Chart_notDrawn;
  public static String Chart_saveAsCsv;
  public static String Chart_saveAsPng;
  public static String Chart_saveAsSvg;
  public static String Chart_saveTitle;
  public static String Chart_show;
  public static String Chart_smoothing;
  public static String Chart_smoothMore;
  public static String Chart_unsmoothed;
  public static String Chart_whole;
  public static String Chart_zoomIn;
  public static String Chart_zoomOut;

  static {
    NLS.initializeMessages("org.archipelago.ui.charts.messages", Messages.class);
  }

  private Messages() {}
}
