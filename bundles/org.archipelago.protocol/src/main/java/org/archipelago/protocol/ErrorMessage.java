package org.archipelago.protocol;

/**
 * Why a request was refused.
 *
 * @param code what happened, for programs
 * @param message what happened and what to do, for people
 */
public record ErrorMessage(Code code, String message) {

  /** What can happen. */
  public enum Code {
    /** The request itself is wrong. */
    MALFORMED,
    /** The two programs do not understand each other. */
    OTHER_PROTOCOL,
    /** The invitation was issued by another session. */
    OTHER_SESSION,
    /** The session never issued such an invitation. */
    UNKNOWN_INVITATION,
    /** Somebody joined with it already. */
    USED_INVITATION,
    /** The run has begun, so nobody new can join. */
    RUN_BEGUN,
    /** The session is over. */
    CLOSED,
    /** The token is nobody's. */
    UNKNOWN_PARTICIPANT,
    /** The task is over: its round went on without this update. */
    TOO_LATE,
    /** The update or a figure in it can't be used. */
    UNUSABLE,
    /** The request is larger than any good one. */
    TOO_LARGE,
    /** The same was said often enough. */
    TOO_MANY,
    /** The coordinator made a mistake. */
    FAULT
  }
}
