package org.archipelago.ui.tests.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.RunView;
import org.archipelago.ui.workbench.session.SessionPhase;
import org.archipelago.ui.workbench.session.SessionView;
import org.archipelago.ui.workbench.session.Sessions;
import org.archipelago.ui.workbench.wizard.NewExperimentWizard;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.eclipse.ui.views.IViewDescriptor;

/**
 * What is visited, in order. The workspace holds the experiments and runs that {@code releng/screenshots}
 * prepares. A new view, preference page or page of a wizard or editor is visited of its own accord; a new
 * dialog needs a line here.
 */
final class Tour {

  private static final String COMMANDS = Steps.OURS;
  /** System property with the path of the remote client's jar. */
  private static final String CLIENT = "archipelago.tour.client";

  private static final String TABLE_OF_OWN = "patients.csv";
  private static final String OWN = "hospitals.yaml";
  private static final String PRIVATE = "private-digits.yaml";
  private static final List<String> EDITOR_PAGES =
      List.of("data", "partition", "model", "training", "strategy", "privacy", "attack", "clients", "source");
  private static final List<String> RUN_TABS = List.of("clients", "evaluation", "log", "cost");
  private static final int EVALUATION = RUN_TABS.indexOf("evaluation");

  private final Guide guide;
  private final Steps steps;

  Tour(Guide guide) {
    this.guide = guide;
    steps = new Steps(guide);
  }

  void take() {
    guide.ui(() -> {
      Shell shell = Guide.window().getShell();
      shell.setMaximized(true);
      shell.getDisplay().setCursorLocation(0, 0); // no tips in the pictures
    });
    start();
    editor();
    studio();
    wizards();
    runs();
    session();
    views();
    new DialogTour(guide).take();
  }

  private void start() {
    guide.picture("welcome", () -> {});
    guide.picture("experiments", () -> guide.ui(() -> {
      for (TreeItem group : Steps.tree().getItems()) {
        Steps.unfold(group.getItems());
      }
    }));
    guide.picture("experiments-filter", () -> steps.filter("hospital"));
    guide.stop("experiments", () -> steps.filter(""));
  }

  private void editor() {
    guide.stop("editor", () -> {
      steps.open(PRIVATE);
      for (int i = 0; i < EDITOR_PAGES.size(); i++) {
        steps.page(i);
        guide.take("editor-" + EDITOR_PAGES.get(i));
      }
    });
    pages("regression", "houses.yaml", "data", "model");
    pages("images", "images.yaml", "data", "model");
    pages("hidden-rows", "hidden-rows.yaml", "training", "privacy");
    pages("defended", "defended.yaml", "strategy", "attack", "source");
    pages("texts", "notes.yaml", "data", "partition", "model");
    guide.stop("editor-mistakes", () -> {
      steps.open(OWN);
      steps.replace("learningRate: 0.1", "learningRate: -1");
      steps.page(3);
      guide.take("editor-mistakes-form");
      steps.page(EDITOR_PAGES.indexOf("source"));
      guide.take("editor-mistakes-source");
      steps.replace("learningRate: -1", "learningRate: [");
      steps.page(3);
      guide.take("editor-mistakes-unreadable");
    });
    guide.picture("editor-assist", () -> {
      steps.open(PRIVATE);
      steps.page(EDITOR_PAGES.indexOf("source"));
      guide.dialog(steps::complete);
    });
    guide.stop("editor", this::closeEditors);
    guide.stop("editor-changed-outside", () -> {
      Path file = Steps.workspace().experiments().resolve(OWN);
      String saved = read(file);
      steps.open(OWN);
      steps.page(EDITOR_PAGES.indexOf("source"));
      steps.replace("seed: 42", "seed: 1");
      guide.dialog(() -> write(file, saved.replace("rounds: ", "rounds: 1").replace("seed: 42", "seed: 7")));
      guide.take("editor-changed-outside");
      guide.closeDialogs();
      closeEditors();
      write(file, saved);
    });
  }

  private void pages(String what, String experiment, String... pages) {
    guide.stop("editor-" + what, () -> {
      steps.open(experiment);
      for (String page : pages) {
        steps.page(EDITOR_PAGES.indexOf(page));
        guide.take("editor-" + what + "-" + page);
      }
    });
  }

  private void closeEditors() {
    guide.ui(() -> Steps.page().closeAllEditors(false));
  }

  private void studio() {
    guide.stop("studio", () -> {
      steps.openStudio("images.yaml");
      guide.take("studio-cells");
      for (String look : List.of("bars", "shares")) {
        guide.ui(() -> steps.studio().key('v', 0));
        guide.take("studio-" + look);
      }
      guide.ui(() -> steps.studio().key('v', 0));
      for (String page : List.of("goals", "silos", "history")) {
        guide.ui(() -> guide.execute("org.eclipse.ui.navigate.nextTab"));
        guide.take("studio-" + page);
      }
    });
    guide.picture("studio-many-clients", () -> {
      steps.openStudio("private-digits.yaml");
      guide.ui(() -> {
        for (int order = 0; order < 3; order++) {
          steps.studio().key('o', 0);
        }
      });
    });
    guide.stop("studio", this::closeEditors);
  }

  private void wizards() {
    Path table = Steps.workspace().experiments().resolve(TABLE_OF_OWN);
    guide.picture(
        "wizard-new-empty", () -> guide.dialog(() -> NewExperimentWizard.open(Guide.window(), null)));
    guide.stop("wizard-new", () -> guide.wizard("wizard-new", () -> NewExperimentWizard.open(Guide.window(), table)));
  }

  private void runs() {
    guide.picture("run-empty", () -> {
      steps.showRuns();
      steps.view(RunView.ID);
    });
    guide.stop("run", () -> {
      steps.open(PRIVATE);
      steps.showRuns("private");
      for (int tab = 0; tab < RUN_TABS.size(); tab++) {
        steps.runTab(tab);
        guide.take("run-privacy-" + RUN_TABS.get(tab));
      }
    });
    guide.picture("run-hidden-rows", () -> {
      steps.showRuns("hidden-rows");
      steps.runTab(0);
    });
    guide.stop("run-defended", () -> {
      steps.showRuns("defended");
      for (int tab = 0; tab < RUN_TABS.size(); tab++) {
        steps.runTab(tab);
        guide.take("run-defended-" + RUN_TABS.get(tab));
      }
    });
    for (String name : List.of("conditions", "notes")) {
      guide.stop("run-" + name, () -> {
        steps.showRuns(name);
        steps.runTab(0);
        guide.take("run-" + name);
        steps.runTab(EVALUATION);
        guide.take("run-" + name + "-evaluation");
      });
    }
    guide.picture("run-baselines", () -> steps.showRuns("hospitals-1"));
    guide.picture("run-evaluation", () -> steps.runTab(EVALUATION));
    guide.picture("run-client", () -> {
      steps.showRuns("hospitals-1");
      steps.runTab(0);
      guide.ui(() -> Steps.chooseLine(Steps.control(RunView.ID), 1));
    });
    guide.picture("run-regression", () -> steps.showRuns("houses"));
    guide.picture("run-regression-evaluation", () -> steps.runTab(EVALUATION));
    guide.picture("run-compared", () -> steps.showRuns("hospitals-1", "hospitals-2", "hospitals-3"));
    for (String what : List.of("", "Model", "Numbers", "Report")) {
      String name = ("wizard-export-" + what.toLowerCase(Locale.ROOT)).replaceFirst("-$", "");
      guide.stop(name, () -> {
        steps.showRuns("hospitals-1");
        guide.wizard(name, () -> guide.execute(COMMANDS + "export" + what));
      });
    }
    guide.stop("run-live", this::liveRun);
  }

  private void liveRun() {
    steps.open("long.yaml");
    guide.ui(() -> guide.execute(COMMANDS + "start"));
    guide.until("a second round", () -> Steps.shown() != null && Steps.shown().snapshot().round() > 1);
    for (int more = 0; more < Runtime.getRuntime().availableProcessors(); more++) {
      guide.ui(() -> guide.execute(COMMANDS + "start"));
    }
    guide.until("a run in the queue", () -> Steps.shown() != null && Steps.shown().isQueued());
    guide.take("run-queued");
    guide.dialog(() -> Guide.window().close());
    guide.take("dialog-close-with-runs");
    guide.closeDialogs();
    guide.ui(() -> Guide.window().getService(RunService.class).live().forEach(LiveRun::stop));
  }

  private void session() {
    guide.picture("session-none", () -> guide.ui(() -> Steps.show(SessionView.ID)));
    guide.stop("session", () -> {
      steps.open(OWN);
      guide.dialog(() -> guide.execute(COMMANDS + "openSession"));
      guide.take("session-open-dialog");
      guide.press();
      until(SessionPhase.OPEN);
      sessions().invite();
      guide.take("session-open");
      Process client = join(sessions().snapshot().invitations().getFirst().text());
      try {
        guide.until("a participant", () -> !sessions().snapshot().participants().isEmpty());
        guide.take("session-joined");
        guide.ui(() -> guide.execute(COMMANDS + "startSession"));
        until(SessionPhase.OVER);
        guide.ui(() -> Steps.show(SessionView.ID));
        guide.take("session-over");
      } finally {
        sessions().close();
        client.destroy();
      }
    });
  }

  private Process join(String invitation) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
              System.getProperty(CLIENT), "join", invitation, "--data", TABLE_OF_OWN, "--name", "St. Mary")
          .directory(Steps.workspace().experiments().toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void until(SessionPhase phase) {
    guide.until("the session is " + phase, () -> sessions().phase() == phase);
  }

  private static Sessions sessions() {
    return Guide.window().getService(Sessions.class);
  }

  private void views() {
    for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
      if (!WorkbenchActivityHelper.filterItem(view)) {
        String name = "view-" + view.getId().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT);
        guide.picture(name, () -> guide.ui(() -> Steps.show(view.getId())));
      }
    }
    guide.ui(() -> {
      Steps.page().closeAllEditors(false);
      Steps.page().resetPerspective();
    });
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
