package org.archipelago.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.archipelago.core.ClientResult;
import org.archipelago.core.Examples;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunListener;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.engine.ExperimentRunner;
import org.archipelago.engine.Preparation;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.RunRequest;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionListener;
import org.archipelago.engine.SessionOptions;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.SessionMessage;
import org.archipelago.server.JettySessionService;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.store.run.FileRunRepository;

/** Sessions, runs and data for the tests of this bundle: rows of two blobs, which a line can tell apart. */
final class Islands {

  static final Catalog CATALOG = Catalog.load();

  static final String EXPERIMENT =
      """
      format: archipelago/experiment/1
      name: Two blobs
      seed: 11
      data:
        source: session.csv
        target: label
        test: 0.2
        scaling: {id: range, minimum: -10, maximum: 10}
      partition: {id: iid, clients: 2}
      model: {id: softmax}
      training: {rounds: 6, localEpochs: 3, batchSize: 5, optimizer: {id: sgd, learningRate: 0.5}}
      sampler: {id: everyone}
      strategy: {id: fedavg}
      """;

  final Path folder;
  final List<RoundResult> rounds = new ArrayList<>();
  RunHeader header;

  Islands(Path folder) throws IOException {
    this.folder = folder;
    csv("session.csv", 1, 100);
    csv("a.csv", 2, 40);
    csv("b.csv", 3, 60);
  }

  /** Writes rows drawn with a seed. */
  Path csv(String name, long seed, int rows) throws IOException {
    RandomStream random = new RandomStream(seed);
    StringBuilder csv = new StringBuilder("x,y,label\n");
    for (int i = 0; i < rows; i++) {
      int label = i % 2;
      csv.append(random.nextGaussian() + 3 * label)
          .append(',')
          .append(random.nextGaussian() - 2 * label)
          .append(label == 0 ? ",left\n" : ",right\n");
    }
    return Files.writeString(folder.resolve(name), csv);
  }

  RunRequest request(String text) {
    return new RunRequest(
        ExperimentReader.read(text, "blobs.yaml", CATALOG, List.of()).orThrow(), text, folder, 2);
  }

  Session open(String text, SessionOptions options) throws IOException {
    return new JettySessionService()
        .open(
            Preparation.of(request(text), CATALOG, ProgressListener.NONE),
            options,
            SessionListener.NONE);
  }

  Session open(String text) throws IOException {
    return open(text, SessionOptions.DEFAULT);
  }

  /** Runs what the session was opened for. */
  RunHandle run(Session session, RunListener listener) throws IOException {
    return runner().start(session, new Keeping(listener));
  }

  /** Runs with simulated clients alone. */
  RunHandle run(String text) throws IOException {
    return runner().start(request(text), new Keeping(new RunListener() {}), ProgressListener.NONE);
  }

  private ExperimentRunner runner() throws IOException {
    Path record = folder.resolve("run-" + System.nanoTime());
    return new ExperimentRunner(CATALOG, FileRunRepository.at(record));
  }

  /** Keeps what the run tells, and passes it on. */
  private final class Keeping implements RunListener {
    private final RunListener next;

    Keeping(RunListener next) {
      this.next = next;
      rounds.clear();
    }

    @Override
    public void started(RunHeader started) {
      header = started;
      next.started(started);
    }

    @Override
    public void round(RoundResult result) {
      rounds.add(result);
      next.round(result);
    }
  }

  ClientOptions options(Session session, String data, String name) {
    return options(session.invite().text(), data, name);
  }

  ClientOptions options(String invitation, String data, String name) {
    return new ClientOptions(
        InvitationCode.parse(invitation),
        folder.resolve(data),
        name,
        folder.resolve("state-" + name.replace(' ', '-')),
        new RetryPolicy(4, Duration.ofMillis(20), Duration.ofMillis(100)));
  }

  /** A participant without its session. */
  static LocalClient client(SessionMessage message, Examples rows, Path account) {
    return new LocalClient(message, rows, CATALOG, account, OptionalDouble.empty());
  }

  /** Takes part on a thread of its own; gives how it ended. */
  static CompletableFuture<String> join(ClientOptions options, ClientListener listener) {
    CompletableFuture<String> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                end.complete(new RemoteClient(options, CATALOG, listener).run());
              } catch (RuntimeException e) {
                end.completeExceptionally(e);
              }
            },
            options.name());
    thread.setDaemon(true);
    thread.start();
    return end;
  }

  /** Joins, and returns once the session has its participant. */
  CompletableFuture<String> joined(Session session, String data, String name) {
    CompletableFuture<Void> there = new CompletableFuture<>();
    CompletableFuture<String> end =
        join(
            options(session, data, name),
            new ClientListener() {
              @Override
              public void joined(String called) {
                there.complete(null);
              }
            });
    end.whenComplete((message, e) -> there.complete(null));
    there.join();
    return end;
  }

  Optional<ClientResult> result(int round, String client) {
    return rounds.get(round).clients().stream().filter(r -> r.client().equals(client)).findFirst();
  }

  /** Waits until the session is as expected; the test's time limit ends it if it never is. */
  static void await(Session session, Predicate<Session> expected) {
    while (!expected.test(session)) {
      if (Thread.interrupted()) {
        throw new AssertionError(
            "it never was: " + session.participants() + " " + session.refusals());
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
