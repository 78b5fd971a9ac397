package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

/** Talks to a session as no good participant would. */
final class RawParticipant {

  final String token = Secrets.next();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Session session;

  RawParticipant(Session session) {
    this.session = session;
  }

  HttpResponse<byte[]> send(String method, String path, String bearer, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(session.address().resolve(path)).method(method, body);
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> post(String action, String body) throws IOException, InterruptedException {
    return send("POST", Protocol.ROOT + action, token, BodyPublishers.ofString(body));
  }

  static void assertRefused(int status, Code code, HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(status, response.statusCode(), text);
    assertEquals(code, Messages.read(response.body(), ErrorMessage.class).code(), text);
    assertFalse(text.contains("Exception") || text.contains("\tat ") || text.contains("jetty"), text);
    assertTrue(response.headers().firstValue("Server").isEmpty());
  }

  HttpResponse<byte[]> join(long rows) throws IOException, InterruptedException {
    InvitationCode invitation = InvitationCode.parse(session.invite().text());
    JoinMessage message =
        new JoinMessage(
            Protocol.VERSION, invitation.session(), invitation.secret(), token, "raw", rows);
    return post(Protocol.JOIN, text(message));
  }

  /**
   * The server does not read such a body to its end, so that the connection may close under the sender
   * before it sees the answer.
   */
  void assertTooLarge(String path, String bearer, BodyPublisher body) throws InterruptedException {
    HttpResponse<byte[]> response;
    try {
      response = send("POST", path, bearer, body);
    } catch (IOException closed) {
      return;
    }
    assertRefused(413, Code.TOO_LARGE, response);
  }

  static String text(Record message) {
    return new String(Messages.write(message), StandardCharsets.UTF_8);
  }

  TaskMessage nextTask(int round) throws IOException, InterruptedException {
    TaskMessage task;
    do {
      task =
          Messages.read(
              send("GET", Protocol.ROOT + Protocol.TASK, token, BodyPublishers.noBody()).body(),
              TaskMessage.class);
    } while (task.kind() != TaskMessage.Kind.TRAIN || task.round() != round);
    return task;
  }

  HttpResponse<byte[]> update(TaskMessage task, byte[] body) throws IOException, InterruptedException {
    return send("POST", update(task.task()), token, BodyPublishers.ofByteArray(body));
  }

  static String update(long task) {
    return Protocol.ROOT + Protocol.UPDATE + "?task=" + task;
  }

  static byte[] body(List<Tensor> tensors, Map<String, String> metadata) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Safetensors.write(new ModelParameters(tensors), metadata, bytes);
    return bytes.toByteArray();
  }
}
