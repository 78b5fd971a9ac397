package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.engine.Participant.State;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two participants in processes of their own, one of which is killed in the middle of a round. */
@Timeout(120)
class KilledClientTest {

  @TempDir private Path folder;

  @Test
  void theRunGoesOnWithoutAKilledClientAndTakesItBack() throws Exception {
    Islands islands = new Islands(folder);
    SessionOptions options = SessionOptions.DEFAULT.withSilence(Duration.ofSeconds(6));
    CountDownLatch roundTwoIsOver = new CountDownLatch(1);
    CountDownLatch backAgain = new CountDownLatch(1);
    List<Process> processes = new ArrayList<>();
    String said;
    try (Session session = islands.open(Islands.EXPERIMENT, options)) {
      processes.add(main(session.invite().text(), "a.csv", "steady"));
      Islands.await(session, s -> s.participants().size() == 1);
      String invitation = session.invite().text();
      Process killed =
          ClientProcess.start(
              StallingClient.class, invitation, path("b.csv"), "killed", path("state-killed"), "2");
      processes.add(killed);
      Islands.await(session, s -> s.participants().size() == 2);
      RunHandle run =
          islands.run(
              session,
              new RunListener() {
                @Override
                public void round(RoundResult result) {
                  if (result.round() == 2) {
                    roundTwoIsOver.countDown();
                    awaitQuietly(backAgain);
                  }
                }
              });
      try (BufferedReader out = killed.inputReader(StandardCharsets.UTF_8)) {
        assertTrue(out.lines().anyMatch("stalled"::equals));
      }
      killed.destroyForcibly().waitFor();
      awaitQuietly(roundTwoIsOver);
      assertEquals(State.ABSENT, state(session, "killed"));
      processes.add(main(invitation, "b.csv", "killed"));
      Islands.await(session, s -> state(s, "killed") == State.WAITING);
      backAgain.countDown();
      assertEquals(RunState.COMPLETED, run.await().state());
      said = new String(processes.get(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, processes.get(0).waitFor());
      assertEquals(0, processes.get(2).waitFor());
    } finally {
      backAgain.countDown();
      processes.forEach(Process::destroy);
    }
    assertEquals(Status.TRAINED, islands.result(1, "killed").orElseThrow().status());
    assertEquals(Status.DROPPED, islands.result(2, "killed").orElseThrow().status());
    assertEquals(Status.TRAINED, islands.result(6, "killed").orElseThrow().status());
    for (int round = 1; round <= 6; round++) {
      assertEquals(Status.TRAINED, islands.result(round, "steady").orElseThrow().status());
    }
    for (String part :
        List.of("Session: Two blobs, at http://127.0.0.1:", "No row, and no cell.", "Joined as 'steady'.",
            "Round 6 of 6: sent, after 24 steps", "The run is over.")) {
      assertTrue(said.contains(part), part + " is not in " + said);
    }
  }

  private static State state(Session session, String name) {
    return session.participants().stream()
        .filter(participant -> participant.name().equals(name))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private Process main(String invitation, String data, String name) throws IOException {
    return ClientProcess.start(
        Main.class, "join", invitation, "--data", path(data), "--name", name, "--state",
        path("state-" + name));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
