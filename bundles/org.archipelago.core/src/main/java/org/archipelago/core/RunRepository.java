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
}
