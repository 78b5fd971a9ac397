package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.archipelago.client.ClientListener;
import org.archipelago.client.ClientOptions;
import org.archipelago.client.RefusedException;
import org.archipelago.client.RemoteClient;
import org.archipelago.client.RetryPolicy;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunState;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.ui.tests.pages.OpenSessionPage;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.SessionPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.session.SessionPhase;
import org.archipelago.ui.workbench.session.Sessions;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session from its opening to its close, with participants over the loopback. */
class SessionTest {

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

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final Workspace workspace = workbench.window().getService(Workspace.class);
  private final Sessions sessions = workbench.window().getService(Sessions.class);

  @TempDir private Path folder;

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

  @Test
  void withoutASessionOnlyOpeningIsOffered() {
    workbench.session().waitFor("No session is open");
    assertTrue(workbench.isEnabled(Command.OPEN_SESSION));
    for (Command command :
        List.of(
            Command.COPY_INVITATION,
            Command.NEW_INVITATION,
            Command.START_SESSION,
            Command.CLOSE_SESSION)) {
      assertFalse(workbench.isEnabled(command), command.toString());
    }
  }

  @Test
  void aParticipantJoinsAndTakesPartInTheRun() throws Exception {
    SessionPage session = open();
    session.waitFor("Two blobs");
    session.waitFor("Open at http://127.0.0.1:");
    assertFalse(workbench.isEnabled(Command.OPEN_SESSION));

    CompletableFuture<String> island = join(session.invitation(1), "Island");
    session.waitForParticipant("Island | joined | 40 | ");
    session.waitForInvitation("1 | used by Island | ");
    session.waitForEvent("Island | Joined with 40 rows");

    RunPage run = workbench.untilAnotherRunIsShown(() -> workbench.execute(Command.START_SESSION));
    run.waitForState(RunState.COMPLETED);
    run.waitFor("6 of 6 rounds");
    String id = run.id();
    var record = workspace.repository().open(id);
    assertEquals(3, record.header().dataset().clients().size());
    assertEquals(7, record.rounds().size());
    assertTrue(
        record.rounds().getLast().clients().stream().anyMatch(one -> one.client().equals("Island")));

    session = workbench.session();
    session.waitFor("The run is over");
    workbench.execute(Command.CLOSE_SESSION);
    session.waitFor("No session is open");
    Ui.waitUntil("the participant was told", island::isDone);
    assertFalse(island.isCompletedExceptionally());
  }

  @Test
  void aUsedUpAndAWrongInvitationAreRefusedAndListed() throws Exception {
    SessionPage session = open();
    String invitation = session.invitation(1);
    join(invitation, "Island");
    session.waitForParticipant("Island | joined");

    refused(join(invitation, "Second"));
    session.waitForEvent("used");
    InvitationCode real = InvitationCode.parse(invitation);
    InvitationCode forged = new InvitationCode(real.address(), real.session(), "x".repeat(32));
    refused(join(forged.text(), "Stranger"));
    Ui.waitUntil(
        "both refusals are listed",
        () -> sessions.snapshot().events().stream().filter(event -> event.refusal()).count() == 2);
  }

  @Test
  void anInvitationOfAnotherSessionIsRefusedWithAdvice() throws Exception {
    String old = open().invitation(1);
    String port = Integer.toString(InvitationCode.parse(old).address().getPort());
    workbench.execute(Command.CLOSE_SESSION);
    Ui.waitUntil("it is closed", () -> sessions.phase() == SessionPhase.NONE);
    SessionPage session = open(dialog -> dialog.type("port", port));

    ExecutionException refusal = refused(join(old, "Yesterday"));
    assertTrue(
        refusal.getCause().getMessage().contains(
            "This invitation belongs to another session than the one at this address. Ask whoever invited you"),
        refusal.getCause().getMessage());
    session.waitForEvent("another session");
  }

  @Test
  void invitationsAreMadeAndCopied() {
    SessionPage session = open();
    String first = session.invitation(1);
    workbench.execute(Command.COPY_INVITATION);
    assertEquals(first, clipboard());
    workbench.execute(Command.NEW_INVITATION);
    assertEquals(session.invitation(2), clipboard());
  }

  @Test
  void aPortInUseIsSaidAtItsField() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      List<String> said = new ArrayList<>();
      OpenSessionPage.whenOpen(
          dialog -> dialog.type("port", port),
          dialog -> dialog.press("Open Session"),
          dialog -> dialog.under("port").contains("in use") && said.add(dialog.under("port")),
          dialog -> dialog.press("Cancel"));
      workbench.execute(Command.OPEN_SESSION);
      Ui.waitUntil("the dialog told and is closed", () -> !said.isEmpty() && !OpenSessionPage.isOpen());
      assertTrue(said.getFirst().contains("Port " + port), said.getFirst());
      assertTrue(said.getFirst().contains("choose another port, or 0"), said.getFirst());
      assertEquals(SessionPhase.NONE, sessions.phase());
    }
  }

  @Test
  void aFieldOutOfRangeIsToldBeforeAnythingIsOpened() {
    List<String> said = new ArrayList<>();
    OpenSessionPage.whenOpen(
        dialog -> dialog.type("port", "70000") && dialog.type("deadline", "soon"),
        dialog -> {
          said.add(dialog.under("port"));
          said.add(dialog.under("deadline"));
          return said.add(dialog.canOpen() ? "can be pressed" : "can't be pressed");
        },
        dialog -> dialog.press("Cancel"));
    workbench.execute(Command.OPEN_SESSION);
    Ui.waitUntil("the dialog told and is closed", () -> !said.isEmpty() && !OpenSessionPage.isOpen());
    assertEquals(
        List.of(
            "Found '70000'; 0 to 65535 is allowed, and 0 has a free one chosen.",
            "Found 'soon'; 1 to 86400 seconds are allowed.",
            "can't be pressed"),
        said);
  }

  @Test
  void closingTheWorkbenchWithASessionOpenAsks() {
    open();
    Supplier<String> said = Ui.answerNextDialog("Close the Session", "Keep It Open");
    assertFalse(PlatformUI.getWorkbench().close(), "the workbench stays open");
    assertTrue(said.get().contains("Two blobs"), said.get());
    assertEquals(SessionPhase.OPEN, sessions.phase());
  }

  private SessionPage open() {
    return open(dialog -> true);
  }

  private SessionPage open(OpenSessionPage.Step first) {
    OpenSessionPage.whenOpen(first, dialog -> dialog.press("Open Session"));
    workbench.execute(Command.OPEN_SESSION);
    Ui.waitUntil(
        "the session is open",
        () -> sessions.phase() == SessionPhase.OPEN && !OpenSessionPage.isOpen());
    SessionPage session = workbench.session();
    session.waitFor(sessions.snapshot().address());
    return session;
  }

  private static ExecutionException refused(CompletableFuture<String> client) {
    Ui.waitUntil("the client was answered", client::isDone);
    ExecutionException refusal = assertThrows(ExecutionException.class, client::get);
    assertInstanceOf(RefusedException.class, refusal.getCause());
    return refusal;
  }

  private CompletableFuture<String> join(String invitation, String name) throws IOException {
    Path data = csv(folder.resolve(name + ".csv"), name.hashCode(), 40);
    ClientOptions options =
        new ClientOptions(
            InvitationCode.parse(invitation),
            data,
            name,
            folder.resolve("state-" + name),
            new RetryPolicy(4, Duration.ofMillis(20), Duration.ofMillis(100)));
    CompletableFuture<String> end = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      try {
        end.complete(new RemoteClient(options, workspace.catalog(), ClientListener.NONE).run());
      } catch (RuntimeException e) {
        end.completeExceptionally(e);
      }
    }, name);
    thread.setDaemon(true);
    thread.start();
    return end;
  }

  private static Path csv(Path file, long seed, int rows) throws IOException {
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

  private static String clipboard() {
    Clipboard clipboard = new Clipboard(Display.getCurrent());
    try {
      return (String) clipboard.getContents(TextTransfer.getInstance());
    } finally {
      clipboard.dispose();
    }
  }
}
