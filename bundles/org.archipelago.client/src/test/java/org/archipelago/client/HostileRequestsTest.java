package org.archipelago.client;

import static org.archipelago.client.RawParticipant.assertRefused;
import static org.archipelago.client.RawParticipant.body;
import static org.archipelago.client.RawParticipant.text;
import static org.archipelago.client.RawParticipant.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.engine.RunHandle;
import org.archipelago.engine.Session;
import org.archipelago.learning.Tensor;
import org.archipelago.protocol.ErrorMessage;
import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.InvitationMessage;
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
  private Islands islands;
  private Session session;
  private RawParticipant raw;

  @BeforeEach
  void open() throws IOException {
    islands = new Islands(folder);
    session = islands.open(Islands.EXPERIMENT);
    raw = new RawParticipant(session);
  }

  /** Leaves first, if it is a participant, so that the session need not wait for it. */
  @AfterEach
  void close() throws IOException, InterruptedException {
    raw.post(Protocol.LEAVE, "");
    session.close();
  }

  @Test
  void bodiesThatAreNoMessages() throws Exception {
    for (String body : List.of("", "{", "[]", "null", "{\"protocol\":\"x\"}", "\u0000\u0001", "[".repeat(50_000))) {
      assertRefused(400, Code.MALFORMED, raw.post(Protocol.JOIN, body));
      assertRefused(400, Code.MALFORMED, raw.post(Protocol.SESSION, body));
    }
    assertEquals(List.of(), session.participants());
  }

  @Test
  void bodiesThatAreTooLarge() throws Exception {
    String large = "x".repeat(Protocol.LONGEST_MESSAGE + 1);
    raw.assertTooLarge(Protocol.ROOT + Protocol.JOIN, raw.token, BodyPublishers.ofString(large));
    byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    raw.assertTooLarge(Protocol.ROOT + Protocol.JOIN, "", chunked);
    assertEquals(List.of(), session.participants());
  }

  @Test
  void pathsAndMethodsThatDoNotExist() throws Exception {
    for (String path : List.of("/", "/admin", "/archipelago/2/join", "/archipelago/1/", "/archipelago/1/..%2fjoin")) {
      assertRefused(400, Code.MALFORMED, raw.send("GET", path, raw.token, BodyPublishers.noBody()));
    }
    assertRefused(400, Code.MALFORMED, raw.send("DELETE", "/archipelago/1/join", raw.token, BodyPublishers.noBody()));
  }

  @Test
  void tokensOfNobody() throws Exception {
    raw.join(10);
    for (String wrong : List.of("", "x", Secrets.next(), raw.token.substring(1))) {
      for (String action : List.of("GET task", "GET model?task=1", "POST alive", "POST update?task=1", "POST leave")) {
        String[] parts = action.split(" ");
        assertRefused(
            401,
            Code.UNKNOWN_PARTICIPANT,
            raw.send(parts[0], Protocol.ROOT + parts[1], wrong, BodyPublishers.noBody()));
      }
    }
  }

  @Test
  void anotherVersionOfTheProtocol() throws Exception {
    InvitationCode invitation = InvitationCode.parse(session.invite().text());
    JoinMessage message =
        new JoinMessage(99, invitation.session(), invitation.secret(), raw.token, "raw", 10);
    assertRefused(
        400,
        Code.OTHER_PROTOCOL,
        raw.post(Protocol.JOIN, text(message)));
  }

  @Test
  void aClientOfTheFirstVersionIsToldWhatToDo() throws Exception {
    InvitationCode invitation = InvitationCode.parse(session.invite().text());
    InvitationMessage first = new InvitationMessage(1, invitation.session(), invitation.secret(), raw.token);
    HttpResponse<byte[]> answer = raw.post(Protocol.SESSION, text(first));
    assertRefused(400, Code.OTHER_PROTOCOL, answer);
    assertEquals(
        "The session speaks version 6 of the protocol, but your program speaks version 1; use the client of"
            + " the session's version.",
        Messages.read(answer.body(), ErrorMessage.class).message());
  }

  @Test
  void numbersOfRowsThatCannotBe() throws Exception {
    for (long rows : List.of(0L, -5L, Long.MAX_VALUE)) {
      assertRefused(422, Code.UNUSABLE, raw.join(rows));
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
    assertEquals(200, raw.join(10).statusCode());
    RunHandle run = islands.run(session, new RunListener() {});
    Tensor weight = new Tensor("dense1.weight", new int[] {2, 2}, new float[] {1, 2, Float.NaN, 4});
    Tensor good = new Tensor("dense1.weight", new int[] {2, 2}, new float[4]);
    Tensor bias = Tensor.zeros("dense1.bias", 2);
    UpdateFigures figures = UpdateFigures.plain(1, 0.5, 0.1);
    List<byte[]> unusable =
        List.of(
            "garbage".getBytes(StandardCharsets.UTF_8),
            body(List.of(weight, bias), figures.toMetadata()),
            body(List.of(Tensor.zeros("dense1.weight", 1, 4), bias), figures.toMetadata()),
            body(List.of(good), figures.toMetadata()),
            body(List.of(good, bias), Map.of("steps", "-1", "loss", "0", "seconds", "0")));
    for (int round = 1; round <= unusable.size(); round++) {
      TaskMessage task = raw.nextTask(round);
      assertRefused(
          422, Code.UNUSABLE,
          raw.update(task, unusable.get(round - 1)));
      assertRefused(
          409, Code.TOO_LATE,
          raw.update(task, body(List.of(good, bias), figures.toMetadata())));
    }
    TaskMessage last = raw.nextTask(6);
    byte[] tooLarge = new byte[Protocol.LONGEST_HEADER + 4096];
    raw.assertTooLarge(update(last.task()), raw.token, BodyPublishers.ofByteArray(tooLarge));
    assertEquals(RunState.COMPLETED, run.await().state());
    for (int round = 1; round <= 6; round++) {
      assertEquals(Status.DROPPED, islands.result(round, "raw").orElseThrow().status());
    }
    assertTrue(session.refusals().stream().anyMatch(r -> r.who().equals("raw") && r.reason().contains("not a number")));
  }

  @Test
  void anUpdateWithoutWhatTheSessionAsksForIsRefused() throws Exception {
    for (String strategy : List.of("{id: scaffold, option: i}", "{id: afl}")) {
      String text = Islands.EXPERIMENT.replace("{id: fedavg}", strategy).replace("rounds: 6", "rounds: 1");
      try (Session asking = islands.open(text)) {
        RawParticipant silent = new RawParticipant(asking);
        assertEquals(200, silent.join(10).statusCode());
        RunHandle run = islands.run(asking, new RunListener() {});
        byte[] bare =
            body(
                List.of(Tensor.zeros("dense1.weight", 2, 2), Tensor.zeros("dense1.bias", 2)),
                UpdateFigures.plain(1, 0.5, 0.1).toMetadata());
        assertRefused(422, Code.UNUSABLE, silent.update(silent.nextTask(1), bare));
        assertEquals(RunState.COMPLETED, run.await().state());
        assertTrue(
            asking.refusals().stream().anyMatch(refusal -> refusal.reason().contains("what the session asks")));
      }
    }
  }

  @Test
  void anUpdateThatIsSentAgainCountsOnce() throws Exception {
    assertEquals(200, raw.join(10).statusCode());
    RunHandle run = islands.run(session, new RunListener() {});
    for (int round = 1; round <= 6; round++) {
      TaskMessage task = raw.nextTask(round);
      Tensor one = new Tensor("dense1.weight", new int[] {2, 2}, new float[4]);
      byte[] body =
          body(List.of(one, Tensor.zeros("dense1.bias", 2)), UpdateFigures.plain(1, 0.5, 0.1).toMetadata());
      assertEquals(200, raw.update(task, body).statusCode());
      int again = raw.update(task, body).statusCode();
      assertTrue(again == 200 || again == 409, "taken again, or late if the next round began: " + again);
    }
    assertEquals(RunState.COMPLETED, run.await().state());
    assertEquals(1, islands.result(6, "raw").orElseThrow().steps());
  }
}
