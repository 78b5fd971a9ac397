package org.archipelago.core;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one run's record. Every method returns only when what it wrote would survive the end of the
 * process. Not thread-safe: the round loop alone calls it.
 */
public interface RunRecorder extends Closeable {

  /** Something that writes itself to a stream. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Records a charge to the privacy budget. Called before the charged model is released. */
  void charge(PrivacyCharge charge) throws IOException;

  /** Records a whole round. */
  void round(RoundResult result) throws IOException;

  /** Records what the last model was found to be worth. */
  void evaluation(RunEvaluation evaluation) throws IOException;

  /** Writes or replaces a file of the record, whole or not at all. */
  void artifact(String name, Content content) throws IOException;

  /** Records how the run ended. */
  void finish(RunOutcome outcome) throws IOException;
}
