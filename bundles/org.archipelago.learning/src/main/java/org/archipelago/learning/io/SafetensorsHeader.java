package org.archipelago.learning.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What stands before the data in a safetensors file. Knows tensors of every type; the data are no
 * concern of it.
 *
 * @param metadata texts by key, in the order of the file
 * @param entries tensors in the order of the file
 */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {

  static final String METADATA = "__metadata__";
  static final String DTYPE = "dtype";
  static final String SHAPE = "shape";
  static final String OFFSETS = "data_offsets";

  private static final int ALIGNMENT = 8;

  /**
   * One tensor.
   *
   * @param dtype such as {@code F32}
   * @param begin first byte, counted from the end of the header
   * @param end byte after the last
   */
  record Entry(String name, String dtype, List<Long> shape, long begin, long end) {}

  /**
   * The header as it stands in the file: the length of the JSON text, the text, and as many spaces,
   * counted in the length, as make the data begin at a multiple of eight.
   */
  byte[] toBytes() throws IOException {
    byte[] json = json();
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.fill(bytes.array(), (byte) ' ');
    return bytes.putLong(length).put(json).array();
  }

  private byte[] json() throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(json)) {
      out.writeStartObject();
      if (!metadata.isEmpty()) {
        out.writeObjectFieldStart(METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          out.writeStringField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
      }
      for (Entry entry : entries) {
        out.writeObjectFieldStart(entry.name());
        out.writeStringField(DTYPE, entry.dtype());
        writeNumbers(out, SHAPE, entry.shape());
        writeNumbers(out, OFFSETS, List.of(entry.begin(), entry.end()));
        out.writeEndObject();
      }
      out.writeEndObject();
    }
    return json.toByteArray();
  }

  private static void writeNumbers(JsonGenerator out, String name, List<Long> numbers) throws IOException {
    out.writeArrayFieldStart(name);
    for (long number : numbers) {
      out.writeNumber(number);
    }
    out.writeEndArray();
  }
}
