package org.archipelago.client;

import org.archipelago.protocol.ErrorMessage;

/** The session said no, and why. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorMessage.Code code;

  RefusedException(ErrorMessage error) {
    super(error.message());
    this.code = error.code();
  }

  /** What happened, for programs. */
  public ErrorMessage.Code code() {
    return code;
  }
}
