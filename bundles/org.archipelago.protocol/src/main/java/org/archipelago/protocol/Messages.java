package org.archipelago.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Messages to and from JSON. Every component of a message must be there; what an older side does not
 * know is passed over. Numbers keep their bits.
 */
public final class Messages {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private Messages() {}

  public static byte[] write(Record message) {
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws IllegalArgumentException if it is no such message; says which part is wrong */
  public static <T extends Record> T read(byte[] json, Class<T> type) {
    try {
      T message = JSON.readValue(json, type);
      if (message == null) {
        throw new IllegalArgumentException("This is no %s, but null.".formatted(type.getSimpleName()));
      }
      return message;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "This is no %s in JSON: %s".formatted(type.getSimpleName(), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
