package org.archipelago.ui.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.store.experiment.ReadResult;
import org.archipelago.store.run.FileRunRepository;
import org.archipelago.ui.common.CatalogService;

/**
 * The folder in which the user's experiments and runs are kept, and the components there are. Parts
 * get it as a workbench service. Thread-safe.
 */
public final class Workspace {

  /** Ending of experiment files. */
  public static final String ENDING = ".yaml";

  private final Path folder;
  private final CatalogService catalog;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public Workspace(Path folder, CatalogService catalog) {
    this.folder = folder;
    this.catalog = catalog;
  }

  /** Where experiment files are. */
  public Path experiments() {
    return folder.resolve("experiments");
  }

  /** Where every run has a folder of its own. */
  public Path runs() {
    return folder.resolve("runs");
  }

  /** Where deleted experiments and runs are kept, so that deleting can be undone. */
  public Trash trash() {
    return new Trash(folder.resolve("trash"));
  }

  /** The records of all runs. */
  public FileRunRepository repository() {
    return new FileRunRepository(runs());
  }

  public Catalog catalog() {
    return catalog.catalog();
  }

  /** Reads and checks an experiment's text. */
  public ReadResult read(String text, String fileName) {
    return ExperimentReader.read(text, fileName, catalog(), List.of());
  }

  /** A file that does not exist yet, with that name or one like it. */
  public Path newExperimentFile(String name) {
    String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    Path file = experiments().resolve(stem + ENDING);
    for (int number = 2; Files.exists(file); number++) {
      file = experiments().resolve(stem + "-" + number + ENDING);
    }
    return file;
  }

  /** Calls the listener, from any thread, whenever experiments or runs have come, changed or gone. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** Tells everyone that something in the folder has changed. */
  public void changed() {
    listeners.forEach(Runnable::run);
  }
}
