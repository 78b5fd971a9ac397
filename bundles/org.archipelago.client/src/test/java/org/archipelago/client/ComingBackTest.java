package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.engine.Participant.State;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Participants that end and start again with the same invitation and file. */
@Timeout(60)
class ComingBackTest {

  @TempDir private Path folder;
  private Islands islands;

  @BeforeEach
  void makeData() throws IOException {
    islands = new Islands(folder);
  }

  @Test
  void whoIsStartedAgainInMidRoundGoesOnWithThatRound() throws IOException {
    ClientListener endsInTheSecondRound =
        new ClientListener() {
          @Override
          public void training(int round) {
            if (round == 2) {
              throw new IllegalStateException("the machine went down");
            }
          }
        };
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      ClientOptions options = islands.options(session, "a.csv", "a");
      CompletableFuture<String> first = Islands.join(options, endsInTheSecondRound);
      Islands.await(session, s -> s.participants().size() == 1);
      RunHandle run = islands.run(session, new RunListener() {});
      assertThrows(CompletionException.class, first::join);
      CompletableFuture<String> second = Islands.join(options, ClientListener.NONE);
      assertEquals(RunState.COMPLETED, run.await().state());
      assertEquals("The run is over.", second.join());
      assertEquals(1, session.participants().size());
    }
    for (int round = 1; round <= 6; round++) {
      assertEquals(Status.TRAINED, islands.result(round, "a").orElseThrow().status());
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no signal that a process could answer")
  void whoeverIsInterruptedSaysGoodbyeAndMayComeBack() throws Exception {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      String invitation = session.invite().text();
      Process first = join(invitation);
      Islands.await(session, s -> s.participants().size() == 1);
      waitFor(first, "Joined as 'a'. Waiting for a round.");
      first.toHandle().destroy();
      Islands.await(session, s -> s.participants().get(0).state() == State.LEFT);
      String said = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(143, first.waitFor());
      assertTrue(said.contains("Left. The run goes on without you; start again with the same"), said);
      Process second = join(invitation);
      waitFor(second, "Joined as 'a'. Waiting for a round.");
      Islands.await(session, s -> s.participants().get(0).state() == State.WAITING);
      session.close();
      String last = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, second.waitFor(), last);
    }
  }

  private Process join(String invitation) throws IOException {
    return ClientProcess.start(
        Main.class, "join", invitation, "--data", folder.resolve("a.csv").toString(), "--name", "a",
        "--state", folder.resolve("state").toString());
  }

  /** Leaves the rest of what it says to be read. */
  private static void waitFor(Process process, String line) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf(line) < 0) {
      int next = process.getInputStream().read();
      assertTrue(next >= 0, said::toString);
      said.append((char) next);
    }
  }
}
