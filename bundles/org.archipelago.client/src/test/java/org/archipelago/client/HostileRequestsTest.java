package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.Session;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.io.Safetensors;
import org.archipelago.protocol.ErrorMessage;
import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.JoinMessage;
import org.archipelago.protocol.Messages;
import org.archipelago.protocol.Protocol;
import org.archipelago.protocol.Secrets;
import org.archipelago.protocol.TaskMessage;
import org.archipelago.protocol.UpdateFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that no good participant makes: each is refused with a code and a sentence, and nothing else. */
@Timeout(60)
class HostileRequestsTest {

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String token = Secrets.next();
  private Islands islands;
  private Session session;

  @BeforeEach
  void open() throws IOException {
    islands = new Islands(folder);
    session = islands.open(Islands.EXPERIMENT);
  }

  /** Leaves first, if it is a participant, so that the session need not wait for it. */
  @AfterEach
  void close() throws IOException, InterruptedException {
    post(Protocol.LEAVE, "");
    session.close();
  }

  private HttpResponse<byte[]> send(String method, String path, String bearer, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(session.address().resolve(path)).method(method, body);
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String action, String body) throws IOException, InterruptedException {
    return send("POST", Protocol.ROOT + action, token, BodyPublishers.ofString(body));
  }

  private static void assertRefused(int status, Code code, HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(status, response.statusCode(), text);
    assertEquals(code, Messages.read(response.body(), ErrorMessage.class).code(), text);
    assertFalse(text.contains("Exception") || text.contains("\tat ") || text.contains("jetty"), text);
    assertTrue(response.headers().firstValue("Server").isEmpty());
  }

  private HttpResponse<byte[]> join(long rows) throws IOException, InterruptedException {
    InvitationCode invitation = InvitationCode.parse(session.invite().text());
    JoinMessage message =
        new JoinMessage(
            Protocol.VERSION, invitation.session(), invitation.secret(), token, "raw", rows);
    return post(Protocol.JOIN, new String(Messages.write(message), StandardCharsets.UTF_8));
  }

  @Test
  void bodiesThatAreNoMessages() throws Exception {
    for (String body : List.of("", "{", "[]", "null", "{\"protocol\":\"x\"}", "\u0000\u0001", "[".repeat(50_000))) {
      assertRefused(400, Code.MALFORMED, post(Protocol.JOIN, body));
      assertRefused(400, Code.MALFORMED, post(Protocol.SESSION, body));
    }
    assertEquals(List.of(), session.participants());
  }

  @Test
  void bodiesThatAreTooLarge() throws Exception {
    String large = "x".repeat(Protocol.LONGEST_MESSAGE + 1);
    assertTooLarge(Protocol.ROOT + Protocol.JOIN, token, BodyPublishers.ofString(large));
    byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    assertTooLarge(Protocol.ROOT + Protocol.JOIN, "", chunked);
    assertEquals(List.of(), session.participants());
  }

  /**
   * The server does not read such a body to its end, so that the connection may close under the sender
   * before it sees the answer.
   */
  private void assertTooLarge(String path, String bearer, BodyPublisher body) throws InterruptedException {
    HttpResponse<byte[]> response;
    try {
      response = send("POST", path, bearer, body);
    } catch (IOException closed) {
      return;
    }
    assertRefused(413, Code.TOO_LARGE, response);
  }

  @Test
  void pathsAndMethodsThatDoNotExist() throws Exception {
    for (String path : List.of("/", "/admin", "/archipelago/2/join", "/archipelago/1/", "/archipelago/1/..%2fjoin")) {
      assertRefused(400, Code.MALFORMED, send("GET", path, token, BodyPublishers.noBody()));
    }
    assertRefused(400, Code.MALFORMED, send("DELETE", "/archipelago/1/join", token, BodyPublishers.noBody()));
  }

  @Test
  void tokensOfNobody() throws Exception {
    join(10);
    for (String wrong : List.of("", "x", Secrets.next(), token.substring(1))) {
      for (String action : List.of("GET task", "GET model?task=1", "POST alive", "POST update?task=1", "POST leave")) {
        String[] parts = action.split(" ");
        assertRefused(
            401,
            Code.UNKNOWN_PARTICIPANT,
            send(parts[0], Protocol.ROOT + parts[1], wrong, BodyPublishers.noBody()));
      }
    }
  }

  @Test
  void anotherVersionOfTheProtocol() throws Exception {
    InvitationCode invitation = InvitationCode.parse(session.invite().text());
    JoinMessage message =
        new JoinMessage(99, invitation.session(), invitation.secret(), token, "raw", 10);
    assertRefused(
        400,
        Code.OTHER_PROTOCOL,
        post(Protocol.JOIN, new String(Messages.write(message), StandardCharsets.UTF_8)));
  }

  @Test
  void numbersOfRowsThatCannotBe() throws Exception {
    for (long rows : List.of(0L, -5L, Long.MAX_VALUE)) {
      assertRefused(422, Code.UNUSABLE, join(rows));
    }
    assertEquals(List.of(), session.participants());
  }

  @Test
  void whatIsNoHttpGetsNoStackTrace() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", session.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("NONSENSE \u0001 / WHAT\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
      assertFalse(answer.contains("Exception") || answer.contains("\tat "), answer);
    }
  }

  @Test
  void updatesThatCannotBeUsedLeaveTheClientOutAndTheRunGoesOn() throws Exception {
    assertEquals(200, join(10).statusCode());
    RunHandle run = islands.run(session, new RunListener() {});
    Tensor weight = new Tensor("dense1.weight", new int[] {2, 2}, new float[] {1, 2, Float.NaN, 4});
    Tensor good = new Tensor("dense1.weight", new int[] {2, 2}, new float[4]);
    Tensor bias = Tensor.zeros("dense1.bias", 2);
    UpdateFigures figures = new UpdateFigures(1, 0.5, 0.1);
    List<byte[]> unusable =
        List.of(
            "garbage".getBytes(StandardCharsets.UTF_8),
            body(List.of(weight, bias), figures.toMetadata()),
            body(List.of(Tensor.zeros("dense1.weight", 1, 4), bias), figures.toMetadata()),
            body(List.of(good), figures.toMetadata()),
            body(List.of(good, bias), Map.of("steps", "-1", "loss", "0", "seconds", "0")));
    for (int round = 1; round <= unusable.size(); round++) {
      TaskMessage task = nextTask(round);
      assertRefused(
          422, Code.UNUSABLE,
          send("POST", update(task.task()), token, BodyPublishers.ofByteArray(unusable.get(round - 1))));
      assertRefused(
          409, Code.TOO_LATE,
          send("POST", update(task.task()), token,
              BodyPublishers.ofByteArray(body(List.of(good, bias), figures.toMetadata()))));
    }
    TaskMessage last = nextTask(6);
    byte[] tooLarge = new byte[Protocol.LONGEST_HEADER + 4096];
    assertTooLarge(update(last.task()), token, BodyPublishers.ofByteArray(tooLarge));
    assertEquals(RunState.COMPLETED, run.await().state());
    for (int round = 1; round <= 6; round++) {
      assertEquals(Status.DROPPED, islands.result(round, "raw").orElseThrow().status());
    }
    assertTrue(session.refusals().stream().anyMatch(r -> r.who().equals("raw") && r.reason().contains("not a number")));
  }

  @Test
  void anUpdateThatIsSentAgainCountsOnce() throws Exception {
    assertEquals(200, join(10).statusCode());
    RunHandle run = islands.run(session, new RunListener() {});
    for (int round = 1; round <= 6; round++) {
      TaskMessage task = nextTask(round);
      Tensor one = new Tensor("dense1.weight", new int[] {2, 2}, new float[4]);
      byte[] body =
          body(List.of(one, Tensor.zeros("dense1.bias", 2)), new UpdateFigures(1, 0.5, 0.1).toMetadata());
      assertEquals(200, send("POST", update(task.task()), token, BodyPublishers.ofByteArray(body)).statusCode());
      int again = send("POST", update(task.task()), token, BodyPublishers.ofByteArray(body)).statusCode();
      assertTrue(again == 200 || again == 409, "taken again, or late if the next round began: " + again);
    }
    assertEquals(RunState.COMPLETED, run.await().state());
    assertEquals(1, islands.result(6, "raw").orElseThrow().steps());
  }

  private TaskMessage nextTask(int round) throws IOException, InterruptedException {
    TaskMessage task;
    do {
      task =
          Messages.read(
              send("GET", Protocol.ROOT + Protocol.TASK, token, BodyPublishers.noBody()).body(),
              TaskMessage.class);
    } while (task.kind() != TaskMessage.Kind.TRAIN || task.round() != round);
    return task;
  }

  private static String update(long task) {
    return Protocol.ROOT + Protocol.UPDATE + "?task=" + task;
  }

  private static byte[] body(List<Tensor> tensors, Map<String, String> metadata) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Safetensors.write(new ModelParameters(tensors), metadata, bytes);
    return bytes.toByteArray();
  }
}
