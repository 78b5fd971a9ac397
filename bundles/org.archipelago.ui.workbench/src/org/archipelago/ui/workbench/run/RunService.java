package org.archipelago.ui.workbench.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.Experiment;
import org.archipelago.core.Run;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunRecorder;
import org.archipelago.core.RunRepository;
import org.archipelago.core.RunState;
import org.archipelago.engine.ExperimentRunner;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.RunRequest;
import org.archipelago.store.run.FileRunRecorder;
import org.archipelago.store.run.FileRunRepository;
import org.archipelago.ui.workbench.Workspace;

/** Starts runs and knows those under way. Parts get it as a workbench service. Thread-safe. */
public final class RunService {

  private final Workspace workspace;
  private final List<LiveRun> live = new CopyOnWriteArrayList<>();

  public RunService(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The runs under way, the oldest first. */
  public List<LiveRun> live() {
    return List.copyOf(live);
  }

  /** The run under way that this model shows, if it is one. */
  public Optional<LiveRun> live(RunModel model) {
    return live.stream().filter(run -> run.model() == model).findFirst();
  }

  /** The run under way that is recorded by that name, if there is one. */
  public Optional<LiveRun> live(String id) {
    return live.stream().filter(run -> run.model().id().equals(id)).findFirst();
  }

  /**
   * Starts a run and returns at once; a job shows its progress and lets it be cancelled.
   *
   * @param experiment free of mistakes
   * @param text its file
   */
  public RunModel start(Experiment experiment, String text) {
    RunModel model = new RunModel(experiment.name(), System::nanoTime);
    ExperimentRunner runner =
        new ExperimentRunner(workspace.catalog(), new NamingRepository(workspace.repository(), model));
    int threads = Runtime.getRuntime().availableProcessors();
    RunRequest request = new RunRequest(experiment, text, workspace.experiments(), threads);
    model.addListener(new StateChanges(model, workspace::changed));
    RunHandle handle = runner.start(request, model, model);
    LiveRun run = new LiveRun(model, handle);
    live.add(run);
    new RunJob(run, () -> ended(run), workspace).schedule();
    return model;
  }

  /** Passes on the changes of a run's state out of all its news. */
  private static final class StateChanges implements Runnable {

    private final RunModel model;
    private final Runnable listener;
    private RunState known;

    StateChanges(RunModel model, Runnable listener) {
      this.model = model;
      this.listener = listener;
      this.known = model.state();
    }

    @Override
    public synchronized void run() {
      RunState now = model.state();
      if (now != known) {
        known = now;
        listener.run();
      }
    }
  }

  private void ended(LiveRun run) {
    live.remove(run);
    workspace.changed();
  }

  /** Tells the model what its record is called as soon as there is one. */
  private final class NamingRepository implements RunRepository {

    private final FileRunRepository files;
    private final RunModel model;

    NamingRepository(FileRunRepository files, RunModel model) {
      this.files = files;
      this.model = model;
    }

    @Override
    public RunRecorder create(RunHeader header) throws IOException {
      FileRunRecorder recorder = files.create(header);
      model.recordedAs(recorder.folder().getFileName().toString());
      workspace.changed();
      return recorder;
    }

    @Override
    public List<String> list() throws IOException {
      return files.list();
    }

    @Override
    public Run open(String id) throws IOException {
      return files.open(id);
    }

    @Override
    public void saveBaselines(String id, List<BaselineRound> baselines) throws IOException {
      files.saveBaselines(id, baselines);
    }
  }
}
