package org.archipelago.core;

/** Hears how far a piece of long work has come. Called from any thread; must return quickly. */
@FunctionalInterface
public interface ProgressListener {

  /** A listener that does nothing. */
  ProgressListener NONE = (what, done, total) -> {};

  /**
   * @param what what is being done, for people to read
   * @param done units done, from 0
   * @param total units in all; 0 when not known
   */
  void progress(String what, long done, long total);
}
