package org.archipelago.core;

import java.io.IOException;
import java.util.List;

/** Where runs are kept. */
public interface RunRepository {

  /**
   * Begins the record of a new run.
   *
   * @throws IOException when it can't be written; the message says where and why
   */
  RunRecorder create(RunHeader header) throws IOException;

  /** Ids of all runs, oldest first. */
  List<String> list() throws IOException;

  /**
   * Reads a record, of a run that has ended, is going on, or was killed: its whole rounds are there in
   * any case.
   */
  Run open(String id) throws IOException;

  /**
   * Keeps a run's baselines in its record, whole or not at all, in place of any that were there. Where
   * the record must not tell of single clients, nothing of them is kept.
   *
   * @param id a run that is in {@link #list()}
   * @param baselines in order, from round 0
   * @throws IOException when they can't be written; the message says where and why
   */
  void saveBaselines(String id, List<BaselineRound> baselines) throws IOException;
}
