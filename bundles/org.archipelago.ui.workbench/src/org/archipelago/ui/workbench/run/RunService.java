package org.archipelago.ui.workbench.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
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
import org.archipelago.engine.Session;
import org.archipelago.store.run.FileRunRecorder;
import org.archipelago.store.run.FileRunRepository;
import org.archipelago.ui.workbench.Workspace;

/** Starts runs and knows those under way. Parts get it as a workbench service. Thread-safe. */
public final class RunService {

  private final Workspace workspace;
  private final RunQueue queue;
  private final RunOrigins origins;
  private final List<LiveRun> live = new CopyOnWriteArrayList<>();

  /** @param queue says when runs begin, and on how many threads */
  public RunService(Workspace workspace, RunQueue queue) {
    this.workspace = workspace;
    this.queue = queue;
    this.origins = new RunOrigins(workspace.runs().resolve("origins.properties"));
  }

  /** Which experiment each run was started from. */
  public RunOrigins origins() {
    return origins;
  }

  /** The runs queued and under way, the oldest first. */
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
   * Queues a run and returns at once; it begins when there are threads for it. From then on a job shows
   * its progress and lets it be cancelled.
   *
   * @param experiment free of mistakes
   * @param text its file
   * @param origin what it is started from, as in {@link RunOrigins}; empty where that is not known
   */
  public RunModel start(Experiment experiment, String text, String origin) {
    RunModel model = new RunModel(experiment.name(), System::nanoTime);
    return queue(model, origin, (run, threads) -> {
      RunRequest request = new RunRequest(experiment, text, workspace.experiments(), threads);
      return runner(run).start(request, run.model(), run.model());
    });
  }

  /** Queues the run that a session was opened for; it uses as many threads as the session prepared. */
  public RunModel start(Session session, String origin) {
    RunModel model =
        new RunModel(session.preparation().request().experiment().name(), System::nanoTime);
    model.participants(session::participants);
    return queue(model, origin, (run, threads) -> runner(run).start(session, run.model()));
  }

  private RunModel queue(RunModel model, String origin, BiFunction<LiveRun, Integer, RunHandle> begin) {
    model.addListener(new StateChanges(model, workspace::changed));
    AtomicReference<LiveRun> self = new AtomicReference<>();
    LiveRun run = new LiveRun(model, origin, () -> ended(self.get()));
    self.set(run);
    live.add(run);
    run.enter(queue, threads -> {
      RunHandle handle = begin.apply(run, threads);
      new RunJob(run, () -> ended(run), workspace).schedule();
      return handle;
    });
    workspace.changed();
    return model;
  }

  private ExperimentRunner runner(LiveRun run) {
    return new ExperimentRunner(
        workspace.catalog(), new NamingRepository(workspace.repository(), run));
  }

  /** Passes on the changes of a run's state out of all its news. */
  private static final class StateChanges implements Runnable {

    private final RunModel model;
    private final Runnable listener;
    private RunState known;
    private boolean knownQueued;

    StateChanges(RunModel model, Runnable listener) {
      this.model = model;
      this.listener = listener;
      this.known = model.state();
    }

    @Override
    public synchronized void run() {
      RunState now = model.state();
      boolean queued = model.isQueued();
      if (now != known || queued != knownQueued) {
        known = now;
        knownQueued = queued;
        listener.run();
      }
    }
  }

  private void ended(LiveRun run) {
    run.leave();
    live.remove(run);
    workspace.changed();
  }

  /** Tells the model what its record is called as soon as there is one. */
  private final class NamingRepository implements RunRepository {

    private final FileRunRepository files;
    private final LiveRun run;

    NamingRepository(FileRunRepository files, LiveRun run) {
      this.files = files;
      this.run = run;
    }

    @Override
    public RunRecorder create(RunHeader header) throws IOException {
      FileRunRecorder recorder = files.create(header);
      String id = recorder.folder().getFileName().toString();
      if (!run.origin().isEmpty()) {
        origins.put(id, run.origin());
      }
      run.model().recordedAs(id);
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
