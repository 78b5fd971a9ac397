package org.archipelago.ui.workbench.editor.form;

import org.eclipse.osgi.util.NLS;

/** Texts of the form pages. */
public final class Messages extends NLS {

  public static String Detail_costs;
  public static String Detail_formula;
  public static String Detail_needs;
  public static String Detail_plugin;
  public static String Detail_source;
  public static String Field_reset;
  public static String Field_resetToolTip;
  public static String Forecast_budgetEnds;
  public static String Forecast_bytes;
  public static String Forecast_epsilon;
  public static String Forecast_epsilonOf;
  public static String Forecast_impossible;
  public static String Forecast_job;
  public static String Forecast_memory;
  public static String Forecast_rounds;
  public static String Forecast_stamped;
  public static String Forecast_time;
  public static String Forecast_toolTip;
  public static String Forecast_waiting;
  public static String Form_readOnly;
  public static String Head_description;
  public static String Head_descriptionHelp;
  public static String Head_name;
  public static String Head_nameHelp;
  public static String Head_seed;
  public static String Head_seedHelp;
  public static String Hint_commas;
  public static String Hint_default;
  public static String Hint_each;
  public static String Hint_groups;
  public static String Hint_none;
  public static String Hint_optional;
  public static String Hint_required;
  public static String Hint_source;
  public static String Model_waiting;
  public static String Model_words;
  public static String Page_attack;
  public static String Page_clients;
  public static String Page_data;
  public static String Page_model;
  public static String Page_partition;
  public static String Page_privacy;
  public static String Page_source;
  public static String Page_strategy;
  public static String Page_training;
  public static String Partition_axis;
  public static String Partition_axisGrouped;
  public static String Partition_group;
  public static String Partition_legend;
  public static String Partition_legendOfWords;
  public static String Partition_rows;
  public static String Partition_studio;
  public static String Partition_studioToolTip;
  public static String Partition_toolTip;
  public static String Partition_toolTipClass;
  public static String Partition_toolTipQuality;
  public static String Partition_waiting;
  public static String Partition_words;
  public static String Section_clients;
  public static String Section_experiment;
  public static String Section_sampler;
  public static String Section_shift;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.editor.form.messages", Messages.class);
  }

  private Messages() {}
}
