package org.archipelago.server;

import org.archipelago.protocol.ErrorMessage;
import org.archipelago.protocol.ErrorMessage.Code;

/** A request that is answered with an error. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  RefusedException(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  ErrorMessage answer() {
    return new ErrorMessage(code, getMessage());
  }

  /** Whether whoever holds the session should see it: not what it has seen often enough. */
  boolean worthListing() {
    return code != Code.TOO_MANY;
  }

  int status() {
    return switch (code) {
      case MALFORMED, OTHER_PROTOCOL -> 400;
      case UNKNOWN_PARTICIPANT -> 401;
      case OTHER_SESSION, UNKNOWN_INVITATION, USED_INVITATION -> 403;
      case RUN_BEGUN, TOO_LATE -> 409;
      case CLOSED -> 410;
      case TOO_LARGE -> 413;
      case TOO_MANY -> 429;
      case UNUSABLE -> 422;
      case FAULT -> 500;
    };
  }
}
