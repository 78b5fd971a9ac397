package org.archipelago.client;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.archipelago.core.RunControl;
import org.archipelago.protocol.Protocol;

/**
 * Tells the session during training that one is alive, and stops the training when nobody waits for it
 * any more. A sign of life that is lost is not missed: the next one follows soon.
 */
final class Heartbeat implements AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread daemon = new Thread(work, "heartbeat");
            daemon.setDaemon(true);
            return daemon;
          });

  Heartbeat(Coordinator coordinator, long task, RunControl control) {
    long period = Protocol.HEARTBEAT.toMillis();
    thread.scheduleWithFixedDelay(
        () -> beat(coordinator, task, control), period, period, TimeUnit.MILLISECONDS);
  }

  private static void beat(Coordinator coordinator, long task, RunControl control) {
    try {
      if (coordinator.alive().task() != task) {
        control.stop();
      }
    } catch (IOException | RefusedException e) {
      // The update itself will be tried patiently, and tell what is wrong.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
