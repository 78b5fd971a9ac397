package org.archipelago.ui.workbench.session;

import org.eclipse.osgi.util.NLS;

/** Texts of the Session view, its dialog and its commands. */
final class SessionMessages extends NLS {

  public static String alone_question;
  public static String alone_start;
  public static String alone_title;
  public static String alone_wait;
  public static String close_close;
  public static String close_keep;
  public static String close_running;
  public static String close_title;
  public static String close_waiting;
  public static String close_workbench;
  public static String closing;
  public static String column_doing;
  public static String column_event;
  public static String column_lastSeen;
  public static String column_name;
  public static String column_number;
  public static String column_rows;
  public static String column_text;
  public static String column_time;
  public static String column_usedBy;
  public static String column_who;
  public static String dialog_advice;
  public static String dialog_heading;
  public static String dialog_open;
  public static String dialog_title;
  public static String empty_advice;
  public static String empty_title;
  public static String event_absent;
  public static String event_back;
  public static String event_copied;
  public static String event_joined;
  public static String event_left;
  public static String event_opened;
  public static String event_over;
  public static String event_started;
  public static String events;
  public static String field_address;
  public static String field_deadline;
  public static String field_invitations;
  public static String field_port;
  public static String field_reach;
  public static String field_silence;
  public static String hint_address;
  public static String hint_alone;
  public static String hint_deadline;
  public static String hint_invitations;
  public static String hint_port;
  public static String hint_silence;
  public static String invitation_free;
  public static String invitation_usedBy;
  public static String invitation_void;
  public static String invitations;
  public static String invitations_closed;
  public static String noService;
  public static String nothing_advice;
  public static String nothing_title;
  public static String opening;
  public static String openingJob;
  public static String participants;
  public static String problem_address;
  public static String problem_deadline;
  public static String problem_invitations;
  public static String problem_port;
  public static String problem_silence;
  public static String reach_here;
  public static String reach_network;
  public static String state_closing;
  public static String state_open;
  public static String state_over;
  public static String state_running;
  public static String warning_tls;

  static {
    NLS.initializeMessages("org.archipelago.ui.workbench.session.messages", SessionMessages.class);
  }

  private SessionMessages() {}
}
