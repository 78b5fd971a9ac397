package org.archipelago.headless;

import org.archipelago.core.MemoryNeed;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;

/** Shows how far a run has come. Called from one thread. */
interface ProgressDisplay {

  /** Shows nothing. */
  ProgressDisplay NONE = new ProgressDisplay() {};

  /** Data is being read. */
  default void preparing(String what) {}

  /** The first round is about to begin. */
  default void started(RunHeader header) {}

  /** What the run needs of Java's memory. */
  default void memory(MemoryNeed need) {}

  /** A whole round is done; 0 is the model before any. */
  default void round(RoundResult result) {}

  /** Something moved inside a round. */
  default void inside(int round, int clientsDone, int clients) {}

  /** No more rounds will come. */
  default void ended() {}
}
