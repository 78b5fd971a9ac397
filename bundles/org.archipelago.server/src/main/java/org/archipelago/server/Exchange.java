package org.archipelago.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.Messages;
import org.archipelago.protocol.Protocol;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request and its answer. */
record Exchange(Request request, Response response, Callback callback) {

  /** {@code GET join} and the like; another root is no path of ours. */
  String action() {
    String path = Request.getPathInContext(request);
    return path.startsWith(Protocol.ROOT)
        ? request.getMethod() + " " + path.substring(Protocol.ROOT.length())
        : "";
  }

  /** Where it comes from. */
  String from() {
    return Request.getRemoteAddr(request);
  }

  /** The token it carries; empty when it carries none. */
  String token() {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return header != null && header.startsWith(Protocol.BEARER)
        ? header.substring(Protocol.BEARER.length())
        : "";
  }

  /** @throws RefusedException if it names no task */
  long task() {
    String value = Request.extractQueryParameters(request).getValue(Protocol.TASK_PARAMETER);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new RefusedException(
          Code.MALFORMED, "The request needs the number of a task as its parameter 'task'.");
    }
  }

  /** @throws RefusedException if the body is no such message */
  <T extends Record> T message(Class<T> type) throws IOException {
    try {
      return Messages.read(body(Protocol.LONGEST_MESSAGE), type);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Code.MALFORMED, e.getMessage());
    }
  }

  /** @throws RefusedException if the body is longer than so many bytes */
  byte[] body(int most) throws IOException {
    if (request.getLength() > most) {
      throw tooLarge(most);
    }
    try (InputStream in = Request.asInputStream(request)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw tooLarge(most);
      }
      return bytes;
    }
  }

  private static RefusedException tooLarge(int most) {
    return new RefusedException(Code.TOO_LARGE, "The request is longer than %,d bytes.".formatted(most));
  }

  void answer(Record message) {
    answer(message, callback);
  }

  /** Received, and there is nothing to say. */
  void answer() {
    write(200, Protocol.JSON, new byte[] {'{', '}'}, callback);
  }

  /** @param sent hears whether the answer reached the network */
  void answer(Record message, Callback sent) {
    write(200, Protocol.JSON, Messages.write(message), sent);
  }

  void answer(byte[] tensors) {
    write(200, Protocol.SAFETENSORS, tensors, callback);
  }

  void refuse(RefusedException refused) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    write(refused.status(), Protocol.JSON, Messages.write(refused.answer()), callback);
  }

  private void write(int status, String type, byte[] body, Callback sent) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(body), sent);
  }
}
