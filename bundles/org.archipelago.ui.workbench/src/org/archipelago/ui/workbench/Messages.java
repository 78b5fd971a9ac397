package org.archipelago.ui.workbench;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle, by what they mean. */
public final class Messages extends NLS {

  public static String Client_dropped;
  public static String Client_notSampled;
  public static String Client_tooFewRows;
  public static String Client_trained;
  public static String Client_waiting;
  public static String Clients_lastTrained;
  public static String Clients_loss;
  public static String Clients_name;
  public static String Clients_rows;
  public static String Clients_score;
  public static String Clients_state;
  public static String Clients_withheld;
  public static String Clients_withheldTitle;
  public static String Close_keepRunning;
  public static String Close_oneRun;
  public static String Close_runs;
  public static String Close_stopAndClose;
  public static String Close_title;
  public static String Delete_delete;
  public static String Delete_failed;
  public static String Delete_file;
  public static String Delete_job;
  public static String Delete_keep;
  public static String Delete_run;
  public static String Delete_runIsActive;
  public static String Delete_title;
  public static String Editor_atLine;
  public static String Editor_cannotRead;
  public static String Editor_cannotSave;
  public static String Editor_checking;
  public static String Editor_mistake;
  public static String Editor_mistakes;
  public static String Editor_oneMistake;
  public static String Editor_plainLine;
  public static String Editor_ready;
  public static String Editor_sampleNote;
  public static String Editor_sampleToolTip;
  public static String Editor_saveTitle;
  public static String Experiments_cannotLoad;
  public static String Experiments_damaged;
  public static String Experiments_damagedTitle;
  public static String Experiments_delete;
  public static String Experiments_loading;
  public static String Experiments_noFiles;
  public static String Experiments_noRuns;
  public static String Experiments_open;
  public static String Experiments_own;
  public static String Experiments_refresh;
  public static String Experiments_round;
  public static String Experiments_rounds;
  public static String Experiments_run;
  public static String Experiments_runs;
  public static String Experiments_samples;
  public static String Export_close;
  public static String Export_denied;
  public static String Export_done;
  public static String Export_failed;
  public static String Export_model;
  public static String Export_noFolder;
  public static String Export_noModel;
  public static String Export_noReport;
  public static String Export_nothing;
  public static String Export_open;
  public static String Export_refused;
  public static String Export_report;
  public static String Export_showFolder;
  public static String Run_cannotOpen;
  public static String Run_checking;
  public static String Run_elapsed;
  public static String Run_emptyAdvice;
  public static String Run_emptyTitle;
  public static String Run_job;
  public static String Run_noPrivacy;
  public static String Run_nothingAdvice;
  public static String Run_nothingTitle;
  public static String Run_opening;
  public static String Run_pause;
  public static String Run_pauseToolTip;
  public static String Run_remaining;
  public static String Run_resume;
  public static String Run_resumeToolTip;
  public static String Run_rounds;
  public static String Run_seconds;
  public static String State_budgetReached;
  public static String State_completed;
  public static String State_failed;
  public static String State_interrupted;
  public static String State_paused;
  public static String State_preparing;
  public static String State_running;
  public static String State_stopped;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.messages", Messages.class);
  }

  private Messages() {}
}
