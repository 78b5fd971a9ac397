package org.archipelago.ui.workbench.export;

import org.eclipse.osgi.util.NLS;

/** Texts of the export wizard. */
final class ExportMessages extends NLS {

  public static String allRows;
  public static String author;
  public static String best;
  public static String browse;
  public static String bytes;
  public static String clients;
  public static String close;
  public static String content;
  public static String contentAdvice;
  public static String denied;
  public static String done;
  public static String experiment;
  public static String experimentName;
  public static String exported;
  public static String failed;
  public static String file;
  public static String fileAdvice;
  public static String fileName;
  public static String firstRows;
  public static String float32;
  public static String full;
  public static String institution;
  public static String isFolder;
  public static String isThere;
  public static String key;
  public static String language;
  public static String listing;
  public static String metadata;
  public static String model;
  public static String modelAdvice;
  public static String modelHelp;
  public static String noClients;
  public static String noFolder;
  public static String noModel;
  public static String noName;
  public static String noPath;
  public static String noReport;
  public static String noRuns;
  public static String numbers;
  public static String numbersAdvice;
  public static String numbersHelp;
  public static String open;
  public static String parameters;
  public static String preview;
  public static String reading;
  public static String refused;
  public static String remark;
  public static String replace;
  public static String report;
  public static String reportAdvice;
  public static String reportHelp;
  public static String reportTitle;
  public static String rounds;
  public static String run;
  public static String sections;
  public static String shape;
  public static String showFolder;
  public static String started;
  public static String state;
  public static String stopped;
  public static String tensor;
  public static String title;
  public static String type;
  public static String value;
  public static String what;
  public static String willWrite;
  public static String writing;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.export.messages", ExportMessages.class);
  }

  private ExportMessages() {}
}
