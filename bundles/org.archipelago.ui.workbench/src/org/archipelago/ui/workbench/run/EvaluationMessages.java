package org.archipelago.ui.workbench.run;

import org.eclipse.osgi.util.NLS;

/** Texts around what a run's last model was found to be worth. */
public final class EvaluationMessages extends NLS {

  public static String Evaluation_all;
  public static String Evaluation_byClass;
  public static String Evaluation_clients;
  public static String Evaluation_figure;
  public static String Evaluation_holdOut;
  public static String Evaluation_matrix;
  public static String Evaluation_meaning;
  public static String Evaluation_none;
  public static String Evaluation_noneTitle;
  public static String Evaluation_notYet;
  public static String Evaluation_notYetTitle;
  public static String Evaluation_reliability;
  public static String Evaluation_rowsOf;
  public static String Evaluation_shares;
  public static String Evaluation_show;
  public static String Evaluation_tab;
  public static String Evaluation_value;
  public static String Figure_toolTip;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.run.messages", EvaluationMessages.class);
  }

  private EvaluationMessages() {}
}
