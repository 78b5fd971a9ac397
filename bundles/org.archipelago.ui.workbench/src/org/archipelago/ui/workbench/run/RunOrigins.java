package org.archipelago.ui.workbench.run;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;

/**
 * Which experiment each run of the workspace was started from: {@code sample:} and the sample's id, or
 * the name of an experiment's file. Kept in one small file, so that renaming an experiment is one write.
 * Runs that were not started here have no entry. Thread-safe.
 */
public final class RunOrigins {

  private static final String SAMPLE = "sample:";

  private final Path file;
  private Properties origins;

  /** @param file where they are kept; made with the first */
  public RunOrigins(Path file) {
    this.file = file;
  }

  /** The origin that stands for a sample. */
  public static String sample(String id) {
    return SAMPLE + id;
  }

  /** What the run of that name was started from. */
  public synchronized Optional<String> of(String run) {
    return Optional.ofNullable(all().getProperty(run));
  }

  /** Remembers what a run was started from. */
  public synchronized void put(String run, String origin) {
    all().setProperty(run, origin);
    save();
  }

  /** Lets the runs of an experiment follow it to its new name. */
  public synchronized void renamed(String from, String to) {
    all().replaceAll((run, origin) -> origin.equals(from) ? to : origin);
    save();
  }

  private Properties all() {
    if (origins == null) {
      origins = new Properties();
      if (Files.exists(file)) {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          origins.load(in);
        } catch (IOException | IllegalArgumentException e) {
          ILog.get().log(Status.warning("cannot read " + file, e)); // runs are then told by their text
        }
      }
    }
    return origins;
  }

  private void save() {
    try {
      Files.createDirectories(file.getParent());
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        origins.store(out, "Which experiment each run was started from");
      }
    } catch (IOException e) {
      ILog.get().log(Status.warning("cannot write " + file, e));
    }
  }
}
