package org.archipelago.client;

/** The session does not answer, and no further attempt is made. */
public final class UnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreachableException(String message) {
    super(message);
  }
}
