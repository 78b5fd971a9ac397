package org.archipelago.charts;

/** This machine can't draw charts. The message says what is missing and what to install. */
public final class ChartUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ChartUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
