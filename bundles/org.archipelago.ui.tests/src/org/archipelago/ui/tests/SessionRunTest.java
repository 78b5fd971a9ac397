package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.archipelago.client.ClientListener;
import org.archipelago.core.RunState;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.SessionPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.session.SessionPhase;
import org.junit.jupiter.api.Test;

/** Runs of a session, with participants over the loopback. */
class SessionRunTest extends SessionFixture {

  @Test
  void aParticipantJoinsAndTakesPartInTheRun() throws Exception {
    SessionPage session = open();
    session.waitFor("Two blobs");
    session.waitFor("Open at http://127.0.0.1:");
    assertFalse(workbench.isEnabled(Command.OPEN_SESSION));

    Guest island = join(session.invitation(1), "Island");
    session.waitForParticipant("Island | joined | 40 | ");
    session.waitForInvitation("1 | used by Island | ");
    session.waitForEvent("Island | Joined with 40 rows");

    RunPage run = workbench.untilAnotherRunIsShown(() -> workbench.execute(Command.START_SESSION));
    run.waitForState(RunState.COMPLETED);
    run.waitFor("6 of 6 rounds");
    Ui.waitUntil(
        run.lines()::toString,
        () -> run.lines().getFirst().matches("Island \\| trained \\| 6 \\| 40 \\| .*\\d\\d:\\d\\d:\\d\\d"));
    assertTrue(run.lines().getLast().endsWith(" | –"), run.lines()::toString);
    String id = run.id();
    var record = workspace.repository().open(id);
    assertEquals(3, record.header().dataset().clients().size());
    assertEquals(7, record.rounds().size());
    assertTrue(record.header().dataset().clients().getLast().remote());
    assertTrue(
        record.rounds().getLast().clients().stream().anyMatch(one -> one.client().equals("Island")));

    session = workbench.session();
    session.waitFor("The run is over");
    session.waitForParticipant("Island | done | ");
    workbench.execute(Command.CLOSE_SESSION);
    session.waitFor("No session is open");
    assertEquals("The run is over.", island.told());
  }

  @Test
  void whatParticipantsDoIsSeenWhileTheyDoIt() throws Exception {
    SessionPage session = open();
    CountDownLatch goOn = new CountDownLatch(1);
    ClientListener stallsInTheSecondRound = new ClientListener() {
      @Override
      public void training(int round) {
        if (round == 2) {
          awaitQuietly(goOn);
        }
      }
    };
    Guest island = join(session.invitation(1), "Island", stallsInTheSecondRound);
    session.waitForParticipant("Island | joined");
    RunPage run = workbench.untilAnotherRunIsShown(() -> workbench.execute(Command.START_SESSION));
    run.waitForLine("Island | training, round 2 | 1 | 40 | ");
    session = workbench.session();
    session.waitForParticipant("Island | training, round 2 | 40 | ");
    session.waitForInvitation("1 | used by Island | ");

    island.client().leave();
    session.waitForEvent("Island | Left");
    session.waitForParticipant("Island | left | ");
    run = workbench.bringUpRun();
    run.waitForState(RunState.COMPLETED);
    run.waitForLine("Island | dropped out | 1 | 40 | ");
    run.tab("Log");
    run.waitForLine("Island: Left");
    run.waitForLine("without Island");
    run.tab("Clients");
    goOn.countDown();
    assertEquals("The run is over.", island.told());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void startingBeforeAnybodyHasJoinedAsks() {
    SessionPage session = open();
    Supplier<String> said = Ui.answerNextDialog("Nobody Has Joined", "Wait");
    workbench.execute(Command.START_SESSION);
    assertTrue(said.get().contains("with the 2 simulated clients alone?"), said.get());
    assertEquals(SessionPhase.OPEN, sessions.phase());

    Ui.answerNextDialog("Nobody Has Joined", "Start Run");
    RunPage run = workbench.untilAnotherRunIsShown(() -> workbench.execute(Command.START_SESSION));
    run.waitForState(RunState.COMPLETED);
    session = workbench.session();
    session.waitFor("The run is over");
    session.waitFor("Invitations: 0 of 1 used");
    session.waitForInvitation("1 | not used | ");
    assertFalse(workbench.isEnabled(Command.NEW_INVITATION));
  }
}
