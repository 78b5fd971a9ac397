package org.archipelago.ui.workbench.wizard;

import org.eclipse.osgi.util.NLS;

/** Texts of the wizard for new experiments. */
final class WizardMessages extends NLS {

  public static String asFound;
  public static String asNumber;
  public static String asText;
  public static String auto;
  public static String beware;
  public static String broughtTo;
  public static String browse;
  public static String browseFolder;
  public static String cannotRead;
  public static String cannotWrite;
  public static String changed;
  public static String chooseFile;
  public static String chooseFolder;
  public static String classes;
  public static String classification;
  public static String columnConstant;
  public static String columnDisguise;
  public static String columnFeature;
  public static String columnIdentifier;
  public static String columnMissing;
  public static String columnNumber;
  public static String columnSeen;
  public static String columnTarget;
  public static String columnText;
  public static String columnTexts;
  public static String columnType;
  public static String columnValues;
  public static String columnWords;
  public static String columns;
  public static String csvFiles;
  public static String data;
  public static String dataAdvice;
  public static String dropOther;
  public static String file;
  public static String folderAdvice;
  public static String format;
  public static String formatAuto;
  public static String formatChange;
  public static String formatComma;
  public static String formatDecimal;
  public static String formatDelimiter;
  public static String formatDouble;
  public static String formatEncoding;
  public static String formatFound;
  public static String formatHeader;
  public static String formatMissing;
  public static String formatNone;
  public static String formatOf;
  public static String formatPipe;
  public static String formatPoint;
  public static String formatQuote;
  public static String formatSemicolon;
  public static String formatShort;
  public static String formatSingle;
  public static String formatTab;
  public static String formatTitle;
  public static String generate;
  public static String generateAlpha;
  public static String generateBeta;
  public static String generateBlobs;
  public static String generateClasses;
  public static String generateClients;
  public static String generateDimension;
  public static String generateFedprox;
  public static String generateIid;
  public static String generateKind;
  public static String generateLinear;
  public static String generateNoise;
  public static String generateRows;
  public static String generateSeed;
  public static String generateSource;
  public static String generateSpread;
  public static String generateTitle;
  public static String model;
  public static String modelAdvice;
  public static String name;
  public static String nameMissing;
  public static String noFile;
  public static String noMemory;
  public static String noPath;
  public static String numbers;
  public static String partition;
  public static String partitionAdvice;
  public static String preview;
  public static String privacy;
  public static String privacyAdvice;
  public static String reading;
  public static String readingStopped;
  public static String regression;
  public static String review;
  public static String reviewAdvice;
  public static String rows;
  public static String runAtOnce;
  public static String sampler;
  public static String seedComment;
  public static String share;
  public static String strategy;
  public static String strategyAdvice;
  public static String target;
  public static String task;
  public static String test;
  public static String testBeside;
  public static String title;
  public static String training;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.wizard.messages", WizardMessages.class);
  }

  private WizardMessages() {}
}
