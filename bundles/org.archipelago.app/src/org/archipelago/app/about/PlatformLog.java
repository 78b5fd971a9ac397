package org.archipelago.app.about;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/**
 * Writes what libraries log by {@code java.util.logging} into the workspace's log, where everything else
 * is: they would tell a console that nobody sees. Jetty comes here by way of SLF4J.
 */
public final class PlatformLog extends Handler {

  private final SimpleFormatter words = new SimpleFormatter();

  private PlatformLog() {
    setLevel(Level.INFO);
  }

  /** Call it once, before anything is logged. */
  public static void install() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      if (handler instanceof PlatformLog) {
        return;
      }
    }
    root.addHandler(new PlatformLog());
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      String message = record.getLoggerName() + ": " + words.formatMessage(record);
      ILog.of(PlatformLog.class)
          .log(new Status(severity(record.getLevel()), PlatformLog.class, message, record.getThrown()));
    }
  }

  private static int severity(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return IStatus.ERROR;
    }
    return level.intValue() >= Level.WARNING.intValue() ? IStatus.WARNING : IStatus.INFO;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
