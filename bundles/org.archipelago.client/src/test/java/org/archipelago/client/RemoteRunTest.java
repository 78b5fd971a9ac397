package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.ClientResult;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.data.SchemaEncoder;
import org.archipelago.engine.Participant;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionOptions;
import org.archipelago.learning.LocalTerm;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.io.Safetensors;
import org.archipelago.protocol.Secrets;
import org.archipelago.protocol.TaskMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs with remote clients over loopback. */
@Timeout(60)
class RemoteRunTest {

  @TempDir private Path folder;
  private Islands islands;

  @BeforeEach
  void makeData() throws IOException {
    islands = new Islands(folder);
  }

  @Test
  void twoSimulatedAndTwoRemoteClientsLearnTogether() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      CompletableFuture<String> a = islands.joined(session, "a.csv", "Hospital A");
      CompletableFuture<String> b = islands.joined(session, "b.csv", "Hospital B");
      RunOutcome outcome = islands.run(session, new RunListener() {}).await();
      assertEquals(new RunOutcome(RunState.COMPLETED, 6, "All 6 rounds done."), outcome);
      assertEquals("The run is over.", a.join());
      assertEquals("The run is over.", b.join());
    }
    assertEquals(
        List.of("Hospital A", "Hospital B"),
        islands.header.dataset().clients().stream().skip(2).map(c -> c.name()).toList());
    assertEquals(80 + 40 + 60, islands.header.dataset().trainingRows());
    assertTrue(
        islands.header.dataset().notes().stream()
            .anyMatch(note -> note.startsWith("2 of 4 clients took part over the network")));
    double accuracy =
        islands.rounds.get(6).test().orElseThrow().value(Metrics.ACCURACY).orElseThrow();
    double majority = islands.header.dataset().majorityAccuracy().orElseThrow();
    assertTrue(accuracy >= 0.85 && accuracy > majority + 0.3, accuracy + " over " + majority);
    for (int round = 1; round <= 6; round++) {
      ClientResult remote = islands.result(round, "Hospital B").orElseThrow();
      assertEquals(Status.TRAINED, remote.status());
      assertEquals(60, remote.rows());
      assertEquals(36, remote.steps(), "3 epochs of 12 batches");
      assertTrue(remote.bytesUp() > 6 * 4 && remote.updateNorm().orElseThrow() > 0);
    }
  }

  @Test
  void remoteClientsGiveTheBitsThatSimulatedOnesWouldGive() throws IOException {
    sameBits("{id: fedavg}");
  }

  /** Terms in their losses reach remote clients, and what the server remembers of them is the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: fedprox, mu: 0.5}",
        "{id: fedprox, mu: 0.5, adaptive: true}",
        "{id: scaffold}",
        "{id: feddyn, alpha: 0.1}",
        "{id: fednova}",
        "{id: hierarchical, edges: 2, edgeRounds: 2}",
        "{id: cyclic, order: random}",
        "{id: moon, mu: 5}",
        "{id: scaffold, option: i}",
        "{id: qfedavg, q: 2}",
        "{id: afl}",
        "{id: fedsgd}",
      })
  void whateverTheStrategyAsksOfThem(String strategy) throws IOException {
    String other = sameBits(strategy);
    assertFalse(other.equals(sameBits("{id: fedavg}")), "the strategy did something");
  }

  /** Runs with three simulated clients, and with one simulated and two remote ones; gives the hash of the models. */
  private String sameBits(String strategy) throws IOException {
    Files.writeString(
        folder.resolve("session.csv"), withSite(rows("a") , "a") + body(withSite(rows("b"), "b")) + body(withSite(rows("c"), "c")));
    String bySite =
        Islands.EXPERIMENT
            .replace("test: 0.2", "test: 0\n  drop: [site]")
            .replace("{id: iid, clients: 2}", "{id: natural, column: site}")
            .replace("{id: softmax}", "{id: mlp, hidden: [6]}")
            .replace("{id: fedavg}", strategy);
    assertEquals(RunState.COMPLETED, islands.run(bySite).await().state());
    String simulated = hashOfLastModel();

    Files.writeString(folder.resolve("session.csv"), withSite(rows("a"), "a"));
    try (Session session = islands.open(bySite)) {
      CompletableFuture<String> b = islands.joined(session, "b.csv", "b");
      CompletableFuture<String> c = islands.joined(session, "c.csv", "c");
      assertEquals(RunState.COMPLETED, islands.run(session, new RunListener() {}).await().state());
      b.join();
      c.join();
    }
    assertEquals(simulated, hashOfLastModel());
    assertEquals(60, islands.result(6, "b").orElseThrow().rows(), "the second client was a remote one");
    assertEquals(Status.TRAINED, islands.result(6, "c").orElseThrow().status());
    return simulated;
  }

  private String rows(String name) throws IOException {
    Path file = folder.resolve(name + ".csv");
    return Files.readString(Files.exists(file) ? file : islands.csv(name + ".csv", 4, 50));
  }

  /** Of SCAFFOLD the server sends the control variates: an array beside the model from the second round on. */
  @Test
  void whatIsSentBesideTheModelCounts() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT.replace("fedavg", "scaffold"))) {
      CompletableFuture<String> end = islands.joined(session, "a.csv", "a");
      assertEquals(RunState.COMPLETED, islands.run(session, new RunListener() {}).await().state());
      end.join();
    }
    long first = islands.result(1, "a").orElseThrow().bytesDown();
    ClientResult second = islands.result(2, "a").orElseThrow();
    assertTrue(second.bytesDown() >= first + 6 * 4, first + " then " + second.bytesDown());
    RoundResult round = islands.rounds.get(2);
    assertEquals(
        round.clients().stream().mapToLong(ClientResult::bytesDown).sum(), round.bytesDown().orElseThrow());
  }

  /** The session sends the words it knows and the tags; of the client's own words some are unknown there. */
  @Test
  void aRemoteClientBringsAFileOfWords() throws IOException {
    StringBuilder ours = new StringBuilder();
    StringBuilder theirs = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      ours.append(i % 2 == 0 ? "give O\naspirin B-DRUG\n\n" : "no O\nfever B-PROBLEM\n\n");
      theirs.append(i % 2 == 0 ? "give O\niodine B-DRUG\n\n" : "no O\nfever B-PROBLEM\n\n");
    }
    Files.writeString(folder.resolve("session.conll"), ours);
    Files.writeString(folder.resolve("theirs.conll"), theirs);
    String text =
        Islands.EXPERIMENT
            .replace("session.csv", "session.conll")
            .replace("target: label", "target: tag")
            .replace("  scaling: {id: range, minimum: -10, maximum: 10}\n", "")
            .replace("{id: softmax}", "{id: tagger, units: 6, embedding: 6}");
    try (Session session = islands.open(text)) {
      CompletableFuture<String> end = islands.joined(session, "theirs.conll", "Hospital A");
      assertEquals(RunState.COMPLETED, islands.run(session, new RunListener() {}).await().state());
      end.join();
    }
    ClientResult remote = islands.result(6, "Hospital A").orElseThrow();
    assertEquals(Status.TRAINED, remote.status());
    assertEquals(60, remote.rows());
    double f1 = islands.rounds.get(6).test().orElseThrow().value(Metrics.SPAN_F1).orElseThrow();
    assertTrue(f1 > 0.9, "span F1 " + f1);
  }

  private String hashOfLastModel() throws IOException {
    try (var runs = Files.list(folder)) {
      Path last = runs.filter(path -> path.getFileName().toString().startsWith("run-")).max(Path::compareTo).orElseThrow();
      Path model = last.resolve("model.safetensors");
      return Safetensors.read(model).parameters().hash();
    }
  }

  private static String withSite(String csv, String site) {
    return csv.replace("label\n", "label,site\n").replaceAll("(left|right)\n", "$1," + site + "\n");
  }

  private static String body(String csv) {
    return csv.substring(csv.indexOf('\n') + 1);
  }

  @Test
  void aLocalClientIsTheSimulatedOneBitForBit() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      Coordinator coordinator =
          new Coordinator(
              islands.options(session, "a.csv", "a").invitation(),
              Secrets.next(),
              RetryPolicy.BRIEF,
              ClientListener.NONE);
      var message = coordinator.session();
      var rows =
          SchemaEncoder.encode(folder.resolve("a.csv"), message.schema(), ProgressListener.NONE);
      LocalClient one = Islands.client(message, rows.examples(), folder.resolve("account"));
      LocalClient other = Islands.client(message, rows.examples(), folder.resolve("account"));
      var global =
          new ModelParameters(
              List.of(
                  Tensor.zeros("dense1.weight", 2, 2),
                  Tensor.zeros("dense1.bias", 2)));
      String first = one.train(TaskMessage.train(1, 3, 0, 2, false), global, LocalTerm.NONE, new RunControl()).delta().hash();
      one.train(TaskMessage.train(1, 4, 0, 2, false), global, LocalTerm.NONE, new RunControl());
      assertEquals(first, other.train(TaskMessage.train(1, 3, 0, 2, false), global, LocalTerm.NONE, new RunControl()).delta().hash());
      assertFalse(first.equals(one.train(TaskMessage.train(1, 3, 0, 1, false), global, LocalTerm.NONE, new RunControl()).delta().hash()));
    }
  }

  @Test
  void underPrivacyNoiseIsSecretAndUpdatesAreClippedHere() throws IOException {
    String text =
        Islands.EXPERIMENT
                .replace("{id: everyone}", "{id: poisson, rate: 1.0}")
                .replace("{id: fedavg}", "{id: fedavg, weights: equal}")
            + "privacy: {id: gaussian-central, clipNorm: 0.01, noiseMultiplier: 1.0, delta: 1e-5}\n";
    try (Session session = islands.open(text)) {
      islands.joined(session, "a.csv", "a");
      assertEquals(RunState.COMPLETED, islands.run(session, new RunListener() {}).await().state());
    }
    PrivacyStatus status = islands.rounds.get(6).privacy().orElseThrow();
    assertEquals(PrivacyStatus.NoiseOrigin.CRYPTOGRAPHIC, status.noise());
    for (int round = 1; round <= 6; round++) {
      ClientResult remote = islands.result(round, "a").orElseThrow();
      assertEquals(Status.TRAINED, remote.status());
      assertTrue(remote.clipped(), "it came with a norm of " + remote.updateNorm());
    }
  }

  @Test
  void aClientThatIsTooLateIsAbsentAndItsUpdateIsRefused() throws IOException {
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<String> missed = new CompletableFuture<>();
    ClientListener slowInTheFirstRound =
        new ClientListener() {
          @Override
          public void training(int round) {
            if (round == 1) {
              awaitQuietly(goOn);
            }
          }

          @Override
          public void missed(int round, String why) {
            missed.complete(round + ": " + why);
          }
        };
    SessionOptions options = SessionOptions.DEFAULT.withDeadline(Duration.ofSeconds(3));
    try (Session session = islands.open(Islands.EXPERIMENT, options)) {
      Islands.join(islands.options(session, "a.csv", "late"), slowInTheFirstRound);
      islands.joined(session, "b.csv", "in time");
      Islands.await(session, s -> s.participants().size() == 2);
      RunHandle run =
          islands.run(
              session,
              new RunListener() {
                @Override
                public void round(RoundResult result) {
                  if (result.round() == 1) {
                    goOn.countDown();
                    missed.join();
                  }
                }
              });
      assertEquals(RunState.COMPLETED, run.await().state());
      assertEquals(
          "1: The round went on without this update: it came too late. The next one is welcome.",
          missed.join());
      assertTrue(session.refusals().stream().anyMatch(r -> r.who().equals("late")));
    }
    assertEquals(Status.DROPPED, islands.result(1, "late").orElseThrow().status());
    assertEquals(Status.TRAINED, islands.result(1, "in time").orElseThrow().status());
    assertEquals(Status.TRAINED, islands.result(6, "late").orElseThrow().status());
  }

  @Test
  void aRunThatWaitsForARemoteClientCanBeStopped() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch trains = new CountDownLatch(1);
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      Islands.join(
          islands.options(session, "a.csv", "a"),
          new ClientListener() {
            @Override
            public void training(int round) {
              trains.countDown();
              awaitQuietly(never);
            }
          });
      Islands.await(session, s -> s.participants().size() == 1);
      RunHandle run = islands.run(session, new RunListener() {});
      awaitQuietly(trains);
      run.stop();
      assertEquals(new RunOutcome(RunState.STOPPED, 0, "Stopped by the analyst."), run.await());
      never.countDown();
    }
  }

  @Test
  void aParticipantThatLeavesIsNotWaitedFor() throws Exception {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      RemoteClient leaver =
          new RemoteClient(
              islands.options(session, "a.csv", "leaver"), Islands.CATALOG, ClientListener.NONE);
      Thread thread = new Thread(() -> assertDoesNotReturn(leaver));
      thread.setDaemon(true);
      thread.start();
      Islands.await(session, s -> s.participants().size() == 1);
      thread.interrupt();
      thread.join();
      leaver.leave();
      Islands.await(
          session, s -> s.participants().get(0).state() == Participant.State.LEFT);
      assertEquals(RunState.COMPLETED, islands.run(session, new RunListener() {}).await().state());
      assertEquals(Participant.State.LEFT, session.participants().get(0).state());
    }
    assertEquals(Status.DROPPED, islands.result(1, "leaver").orElseThrow().status());
  }

  private static void assertDoesNotReturn(RemoteClient client) {
    try {
      client.run();
    } catch (UnreachableException interrupted) {
      return;
    }
    throw new AssertionError("it should have been interrupted");
  }

  @Test
  void namesAreUniqueAmongAllClients() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      String simulated = session.preparation().data().clients().get(0).name();
      islands.joined(session, "a.csv", simulated);
      islands.joined(session, "b.csv", "A");
      islands.joined(session, "b.csv", "A");
      assertEquals(
          List.of(simulated + " (2)", "A", "A (2)"),
          session.participants().stream().map(Participant::name).toList());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
