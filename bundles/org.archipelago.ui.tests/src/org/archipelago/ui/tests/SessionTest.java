package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.archipelago.client.ClientListener;
import org.archipelago.client.RefusedException;
import org.archipelago.data.UnfitFileException;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.ui.tests.pages.OpenSessionPage;
import org.archipelago.ui.tests.pages.SessionPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.session.SessionCloseGuard;
import org.archipelago.ui.workbench.session.SessionEvent;
import org.archipelago.ui.workbench.session.SessionPhase;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** Opening a session, its invitations, whom it sends away, and its close. */
class SessionTest extends SessionFixture {

  @Test
  void withoutASessionOnlyOpeningIsOffered() {
    workbench.session().waitFor("No session is open");
    Ui.waitUntil("a session can be opened", () -> workbench.isEnabled(Command.OPEN_SESSION));
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
  void invitationsThatAreUsedUpOrForgedAreRefusedAndListed() throws Exception {
    SessionPage session = open();
    String invitation = session.invitation(1);
    join(invitation, "Island");
    session.waitForParticipant("Island | joined");

    assertEquals(
        "This invitation was used already; it works once. Ask for another one.",
        join(invitation, "Second").refused(RefusedException.class));
    session.waitForEvent("127.0.0.1 | This invitation was used already");

    InvitationCode real = InvitationCode.parse(invitation);
    InvitationCode forged = new InvitationCode(real.address(), real.session(), "x".repeat(32));
    assertEquals(
        "The session never issued this invitation. Copy it again, whole, or ask for a new one.",
        join(forged.text(), "Stranger").refused(RefusedException.class));
    session.waitForEvent("127.0.0.1 | The session never issued this invitation");

    assertEquals(2, sessions.snapshot().events().stream().filter(SessionEvent::refusal).count());
  }

  @Test
  void aFileThatDoesNotFitIsListedWithItsColumnAndTheInvitationStaysGood() throws Exception {
    SessionPage session = open();
    String invitation = session.invitation(1);
    Path unfit = Files.writeString(folder.resolve("unfit.csv"), "x,z,label\n4711,2,left\n");
    String told =
        Guest.join(invitation, unfit, "Island", workspace.catalog(), ClientListener.NONE)
            .refused(UnfitFileException.class);
    assertTrue(told.contains("unfit.csv:1: Column 'y' is missing, and the experiment needs it."), told);
    session.waitForEvent("Invitation 1 | Unfit file: column 'y' is missing. The invitation stays good.");
    session.waitForInvitation("1 | free | ");
    assertFalse(sessions.snapshot().events().toString().contains("4711"));
    assertFalse(sessions.snapshot().events().toString().contains("z'"));

    join(invitation, "Island");
    session.waitForParticipant("Island | joined | 40 | ");
  }

  @Test
  void closingASessionInWhichSomebodyWaitsAsksAndTellsThem() throws Exception {
    SessionPage session = open();
    Guest island = join(session.invitation(1), "Island");
    session.waitForParticipant("Island | joined");
    Supplier<String> said = Ui.answerNextDialog("Close the Session", "Keep It Open");
    workbench.execute(Command.CLOSE_SESSION);
    assertTrue(said.get().startsWith("1 joined and waiting for the run."), said.get());
    assertEquals(SessionPhase.OPEN, sessions.phase());

    Ui.answerNextDialog("Close the Session", "Close Session");
    workbench.execute(Command.CLOSE_SESSION);
    session.waitFor("No session is open");
    assertEquals("It was closed.", island.told());
  }

  @Test
  void whoeverWaitsIsToldWhenTheWorkbenchIsClosed() throws Exception {
    SessionPage session = open();
    Guest island = join(session.invitation(1), "Island");
    session.waitForParticipant("Island | joined");
    Ui.answerNextDialog("Close the Session", "Close Session");
    assertTrue(new SessionCloseGuard(sessions).preShutdown(PlatformUI.getWorkbench(), false));
    assertEquals(SessionPhase.NONE, sessions.phase());
    assertEquals("It was closed.", island.told());
  }

  @Test
  void anInvitationOfAnotherSessionIsRefusedWithAdvice() throws Exception {
    String old = open().invitation(1);
    String port = Integer.toString(InvitationCode.parse(old).address().getPort());
    workbench.execute(Command.CLOSE_SESSION);
    Ui.waitUntil("it is closed", () -> sessions.phase() == SessionPhase.NONE);
    SessionPage session = open(dialog -> dialog.type("port", port));

    assertEquals(
        "This invitation belongs to another session than the one at this address. Ask whoever invited you"
            + " for a new one.",
        join(old, "Yesterday").refused(RefusedException.class));
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
        dialog ->
            dialog.type("port", "70000")
                && dialog.type("deadline", "soon")
                && dialog.type("silence", "4"),
        dialog -> {
          said.add(dialog.under("port"));
          said.add(dialog.under("deadline"));
          said.add(dialog.under("silence"));
          return said.add(dialog.canOpen() ? "can be pressed" : "can't be pressed");
        },
        dialog -> dialog.press("Cancel"));
    workbench.execute(Command.OPEN_SESSION);
    Ui.waitUntil("the dialog told and is closed", () -> !said.isEmpty() && !OpenSessionPage.isOpen());
    assertEquals(
        List.of(
            "Found '70000'; 0 to 65535 is allowed, and 0 has a free one chosen.",
            "Found 'soon'; 1 to 86400 seconds are allowed.",
            "Found '4'; 5 to 86400 seconds are allowed.",
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

  private static String clipboard() {
    Clipboard clipboard = new Clipboard(Display.getCurrent());
    try {
      return (String) clipboard.getContents(TextTransfer.getInstance());
    } finally {
      clipboard.dispose();
    }
  }
}
