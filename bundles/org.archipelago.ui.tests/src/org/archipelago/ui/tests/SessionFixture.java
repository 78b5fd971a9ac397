package org.archipelago.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.archipelago.client.ClientListener;
import org.archipelago.core.RandomStream;
import org.archipelago.ui.tests.pages.OpenSessionPage;
import org.archipelago.ui.tests.pages.SessionPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.session.SessionPhase;
import org.archipelago.ui.workbench.session.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An experiment in the editor for which sessions are opened, and guests that join them over the loopback. */
abstract class SessionFixture {

  private static final String EXPERIMENT =
      """
      format: archipelago/experiment/1
      name: Two blobs
      seed: 11
      data:
        source: blobs.csv
        target: label
        test: 0.2
        scaling: {id: range, minimum: -10, maximum: 10}
      partition: {id: iid, clients: 2}
      model: {id: softmax}
      training: {rounds: 6, localEpochs: 3, batchSize: 5, optimizer: {id: sgd, learningRate: 0.5}}
      sampler: {id: everyone}
      strategy: {id: fedavg}
      """;

  final WorkbenchPage workbench = new WorkbenchPage();
  final Workspace workspace = workbench.window().getService(Workspace.class);
  final Sessions sessions = workbench.window().getService(Sessions.class);

  @TempDir Path folder;

  @BeforeEach
  void openExperiment() throws IOException {
    Files.createDirectories(workspace.experiments());
    csv(workspace.experiments().resolve("blobs.csv"), 1, 100);
    Files.writeString(workspace.experiments().resolve("blobs.yaml"), EXPERIMENT);
    workspace.changed();
    Ui.waitUntil(
        "the experiment is listed",
        () -> workbench.experiments().under("My experiments").toString().contains("blobs"));
    workbench.experiments().open("My experiments", "blobs");
  }

  @AfterEach
  void tidyUp() throws Exception {
    CompletableFuture<Void> closed = CompletableFuture.runAsync(sessions::close);
    Ui.waitUntil("the session is closed", closed::isDone);
    Ui.waitUntil("no session", () -> sessions.phase() == SessionPhase.NONE);
    workbench.closeEditors();
    Files.delete(workspace.experiments().resolve("blobs.yaml"));
    Files.delete(workspace.experiments().resolve("blobs.csv"));
    workspace.changed();
  }

  SessionPage open() {
    return open(dialog -> true);
  }

  /** @param first what is done in the dialog before the session is opened */
  SessionPage open(OpenSessionPage.Step first) {
    OpenSessionPage.whenOpen(first, dialog -> dialog.press("Open Session"));
    workbench.execute(Command.OPEN_SESSION);
    Ui.waitUntil(
        "the session is open",
        () -> sessions.phase() == SessionPhase.OPEN && !OpenSessionPage.isOpen());
    SessionPage session = workbench.session();
    session.waitFor(sessions.snapshot().address());
    return session;
  }

  /** Joins with forty rows that fit. */
  Guest join(String invitation, String name) throws IOException {
    return join(invitation, name, ClientListener.NONE);
  }

  Guest join(String invitation, String name, ClientListener listener) throws IOException {
    Path data = csv(folder.resolve(name + ".csv"), name.hashCode(), 40);
    return Guest.join(invitation, data, name, workspace.catalog(), listener);
  }

  static Path csv(Path file, long seed, int rows) throws IOException {
    RandomStream random = new RandomStream(seed);
    StringBuilder csv = new StringBuilder("x,y,label\n");
    for (int i = 0; i < rows; i++) {
      int label = i % 2;
      csv.append(random.nextGaussian() + 3 * label)
          .append(',')
          .append(random.nextGaussian() - 2 * label)
          .append(label == 0 ? ",left\n" : ",right\n");
    }
    return Files.writeString(file, csv);
  }
}
