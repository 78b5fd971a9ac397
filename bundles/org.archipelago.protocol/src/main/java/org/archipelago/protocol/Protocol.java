package org.archipelago.protocol;

import java.time.Duration;

/**
 * Names and limits that both sides share. Requests go over HTTP/1.1 to {@link #ROOT}; every one but the
 * first three carries the participant's token as {@code Authorization: Bearer …}.
 *
 * <table>
 * <caption>Requests</caption>
 * <tr><td>POST session</td><td>{@link InvitationMessage}, answered by {@link SessionMessage}</td></tr>
 * <tr><td>POST misfit</td><td>{@link MisfitMessage}: the own file does not fit, so nobody joins</td></tr>
 * <tr><td>POST join</td><td>{@link JoinMessage}, answered by {@link JoinedMessage}</td></tr>
 * <tr><td>GET task</td><td>answered by {@link TaskMessage}, after {@link #POLL} at the latest</td></tr>
 * <tr><td>GET model?task=</td><td>answered by the round's model, safetensors</td></tr>
 * <tr><td>GET term?task=</td><td>answered by what is added to the own loss, as {@link Terms} write it</td></tr>
 * <tr><td>POST alive</td><td>answered by {@link AliveMessage}; sent while training</td></tr>
 * <tr><td>POST update?task=</td><td>the change to the model, safetensors with {@link UpdateFigures},
 * and under {@link TensorGroups#GRADIENT} what the session asks for</td></tr>
 * <tr><td>POST leave</td><td>the participant won't come back</td></tr>
 * </table>
 *
 * <p>An answer other than 200 holds an {@link ErrorMessage}.
 */
public final class Protocol {

  /**
   * Raised with every change that an older side would misunderstand, or that its user was told otherwise of.
   * 2: a session hears of files that do not fit. 3: a schema tells whether features are an image.
   * 4: participants hide their single rows themselves where the session asks them to. 5: a round may ask a
   * participant several times, a strategy adds terms to participants' losses, and may ask for figures of the model that a
   * round begins with. 6: a schema tells how files of text are read.
   */
  public static final int VERSION = 6;

  /** What every path begins with, in every version, so that an older side is answered rather than lost. */
  public static final String ROOT = "/archipelago/1/";

  public static final String SESSION = "session";
  public static final String MISFIT = "misfit";
  public static final String JOIN = "join";
  public static final String TASK = "task";
  public static final String MODEL = "model";
  public static final String TERM = "term";
  public static final String ALIVE = "alive";
  public static final String UPDATE = "update";
  public static final String LEAVE = "leave";

  /** Query parameter that names a task. */
  public static final String TASK_PARAMETER = "task";

  public static final String JSON = "application/json";
  public static final String SAFETENSORS = "application/octet-stream";
  public static final String BEARER = "Bearer ";

  /** A message to the coordinator is no longer than so many bytes. */
  public static final int LONGEST_MESSAGE = 64 * 1024;

  /** A message about a file that does not fit names no more than so many columns. */
  public static final int MOST_MISFITS = 20;

  /** An update is no longer than its numbers and so many bytes for its header. */
  public static final int LONGEST_HEADER = 256 * 1024;

  /** How long the coordinator lets a participant wait for a task before it says that there is none. */
  public static final Duration POLL = Duration.ofSeconds(20);

  /** How often a participant that trains says that it is alive. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** A participant's name is no longer than so many characters. */
  public static final int LONGEST_NAME = 80;

  private Protocol() {}
}
