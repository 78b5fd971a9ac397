package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.engine.Participant.State;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionOptions;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.Protocol;
import org.archipelago.protocol.TaskMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that get lost on the way: the first one to every kind of request. */
@Timeout(60)
class NetworkLossTest {

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<String> lost = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private Islands islands;
  private Session session;
  private HttpServer between;

  @BeforeEach
  void open() throws IOException {
    islands = new Islands(folder);
    session = islands.open(Islands.EXPERIMENT);
    between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HttpClient onward = HttpClient.newHttpClient();
    between.createContext("/", exchange -> forward(exchange, onward));
    between.setExecutor(threads);
    between.start();
  }

  @AfterEach
  void close() {
    session.close();
    between.stop(0);
    threads.shutdownNow();
  }

  /** Passes a request on, and loses the answer if it is the first of its kind. */
  private void forward(HttpExchange exchange, HttpClient onward) throws IOException {
    try (exchange) {
      if (cut) {
        return;
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(session.address().resolve(exchange.getRequestURI().toString()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      request.header("Authorization", token);
      HttpResponse<byte[]> answer = onward.send(request.build(), BodyHandlers.ofByteArray());
      if (!lost.add(exchange.getRequestURI().getPath())) {
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ClientOptions detour(String data, String name) {
    InvitationCode straight = InvitationCode.parse(session.invite().text());
    URI address = URI.create("http://127.0.0.1:%d/".formatted(between.getAddress().getPort()));
    return islands.options(
        new InvitationCode(address, straight.session(), straight.secret()).text(), data, name);
  }

  @Test
  void lostAnswersAreAskedForAgainAndNothingCountsTwice() throws IOException {
    AtomicInteger attempts = new AtomicInteger();
    CompletableFuture<String> end =
        Islands.join(
            detour("a.csv", "a"),
            new ClientListener() {
              @Override
              public void reconnecting(int attempt, int of, Duration delay, String why) {
                attempts.incrementAndGet();
              }
            });
    Islands.await(session, s -> s.participants().size() == 1 && !lost.isEmpty());
    assertEquals(RunState.COMPLETED, islands.run(session, new RunListener() {}).await().state());
    assertEquals("The run is over.", end.join());
    assertEquals(1, session.participants().size());
    for (int round = 1; round <= 6; round++) {
      assertEquals(Status.TRAINED, islands.result(round, "a").orElseThrow().status());
    }
    assertEquals(Set.of("session", "join", "task", "model", "update"), kinds(), "each lost its first answer");
    assertTrue(attempts.get() >= 3, "the HTTP client itself asks again only where nothing is posted");
  }

  private Set<String> kinds() {
    return lost.stream()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  @Test
  void whoeverLosesTheNetworkInMidRoundGoesOnWhereItWas() throws IOException {
    CompletableFuture<String> end =
        Islands.join(
            detour("a.csv", "a"),
            new ClientListener() {
              @Override
              public void training(int round) {
                cut = round == 3;
              }

              @Override
              public void reconnecting(int attempt, int of, Duration delay, String why) {
                cut = cut && attempt < 3;
              }
            });
    Islands.await(session, s -> s.participants().size() == 1);
    assertEquals(RunState.COMPLETED, islands.run(session, new RunListener() {}).await().state());
    assertEquals("The run is over.", end.join());
    for (int round = 1; round <= 6; round++) {
      assertEquals(Status.TRAINED, islands.result(round, "a").orElseThrow().status());
    }
  }

  @Test
  void whoeverWasAbsentCountsIfItIsBackBeforeTheRoundIsOver() throws Exception {
    session.close();
    session = islands.open(Islands.EXPERIMENT, SessionOptions.DEFAULT.withSilence(Duration.ofSeconds(5)));
    RawParticipant keeper = new RawParticipant(session);
    keeper.join(10);
    ClientOptions patient = detour("a.csv", "a").withRetries(
        new RetryPolicy(1000, Duration.ofMillis(20), Duration.ofMillis(50)));
    CompletableFuture<String> end =
        Islands.join(
            patient,
            new ClientListener() {
              @Override
              public void training(int round) {
                cut = round == 1;
              }
            });
    Islands.await(session, s -> s.participants().size() == 2);
    RunHandle run = islands.run(session, new RunListener() {});
    TaskMessage task = keeper.nextTask(1);
    await(keeper, State.ABSENT);
    cut = false;
    await(keeper, State.WAITING);
    keeper.update(task, "nothing that can be used".getBytes(StandardCharsets.UTF_8));
    keeper.post(Protocol.LEAVE, "");
    assertEquals(RunState.COMPLETED, run.await().state());
    end.join();
    assertEquals(Status.TRAINED, islands.result(1, "a").orElseThrow().status());
    assertEquals(Status.DROPPED, islands.result(1, "raw").orElseThrow().status());
  }

  /** Waits for the second participant to be in that state; the first says all the while that it is here. */
  private void await(RawParticipant keeper, State state) throws IOException, InterruptedException {
    while (session.participants().get(1).state() != state) {
      assertEquals(200, keeper.post(Protocol.ALIVE, "").statusCode());
    }
  }

  @Test
  void aNetworkThatStaysDownEndsTheClientAfterItsAttempts() throws IOException {
    CompletableFuture<String> end = Islands.join(detour("a.csv", "a"), ClientListener.NONE);
    Islands.await(session, s -> s.participants().size() == 1);
    cut = true;
    session.close();
    Throwable cause = assertThrows(RuntimeException.class, end::join).getCause();
    assertTrue(cause instanceof UnreachableException, String.valueOf(cause));
    assertTrue(cause.getMessage().startsWith("No session answers at http://127.0.0.1:"), cause.getMessage());
  }
}
