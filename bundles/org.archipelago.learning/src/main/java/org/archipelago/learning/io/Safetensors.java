package org.archipelago.learning.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.InvalidInputException;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/**
 * Model parameters in the safetensors format (Hugging Face, "Safetensors", section Format): the length
 * of the header as a 64-bit number, a JSON header, then the values, all little-endian. Tensors of
 * 32-bit floats only.
 */
public final class Safetensors {

  private static final String FLOAT32 = "F32";
  private static final long LONGEST_HEADER = 100_000_000;
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final int CHUNK = 1 << 16;

  /**
   * What a file holds.
   *
   * @param parameters in the order of their data
   * @param metadata texts by key, in the file's order
   */
  public record Contents(ModelParameters parameters, Map<String, String> metadata) {
    public Contents {
      metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
  }

  private Safetensors() {}

  /**
   * Writes parameters in their order, without gaps.
   *
   * @param metadata texts by key, written in the map's order: give an ordered map, so that the same
   *     model makes the same file
   * @param out left open
   */
  public static void write(ModelParameters parameters, Map<String, String> metadata, OutputStream out)
      throws IOException {
    List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    long begin = 0;
    for (Tensor tensor : parameters.tensors()) {
      if (tensor.name().equals(SafetensorsHeader.METADATA)) {
        throw new IllegalArgumentException("no tensor can be called " + tensor.name());
      }
      long end = begin + (long) Float.BYTES * tensor.values().length;
      List<Long> shape = Arrays.stream(tensor.shape()).asLongStream().boxed().toList();
      entries.add(new SafetensorsHeader.Entry(tensor.name(), FLOAT32, shape, begin, end));
      begin = end;
    }
    out.write(new SafetensorsHeader(metadata, entries).toBytes());
    ByteBuffer buffer = buffer();
    for (Tensor tensor : parameters.tensors()) {
      writeValues(tensor.values(), buffer, out);
    }
  }

  private static void writeValues(float[] values, ByteBuffer buffer, OutputStream out) throws IOException {
    int chunk = buffer.capacity() / Float.BYTES;
    for (int from = 0; from < values.length; from += chunk) {
      int length = Math.min(chunk, values.length - from);
      buffer.asFloatBuffer().put(values, from, length);
      out.write(buffer.array(), 0, length * Float.BYTES);
    }
  }

  /**
   * Reads a file back.
   *
   * @throws InvalidInputException if there is no such file or if it breaks the format's rules
   */
  public static Contents read(Path file) throws IOException {
    String name = file.toString();
    if (!Files.isRegularFile(file)) {
      throw SafetensorsHeaderReader.invalid(name, "There is no such file.");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      return read(name, Files.size(file), in);
    }
  }

  /**
   * Reads what was sent or kept in memory.
   *
   * @param name how messages name it
   * @throws InvalidInputException if it breaks the format's rules
   */
  public static Contents read(String name, byte[] bytes) {
    try {
      return read(name, bytes.length, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Contents read(String name, long size, InputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(bytes);
    long length = size < Long.BYTES ? -1 : Long.reverseBytes(in.readLong());
    if (length < 0 || length > LONGEST_HEADER || length > size - Long.BYTES) {
      throw SafetensorsHeaderReader.invalid(
          name,
          ("This is not a safetensors file, or it is damaged: it has %d bytes, which do not begin with"
                  + " the length of a header that fits.")
              .formatted(size));
    }
    byte[] json = in.readNBytes((int) length);
    SafetensorsHeader header = SafetensorsHeaderReader.read(name, json, size - Long.BYTES - length);
    return new Contents(new ModelParameters(readTensors(name, header, in)), header.metadata());
  }

  private static List<Tensor> readTensors(String file, SafetensorsHeader header, InputStream in)
      throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    ByteBuffer buffer = buffer();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      int[] shape = shape(file, entry);
      float[] values = new float[(int) ((entry.end() - entry.begin()) / Float.BYTES)];
      readValues(values, buffer, in);
      tensors.add(new Tensor(entry.name(), shape, values));
    }
    return tensors;
  }

  private static int[] shape(String file, SafetensorsHeader.Entry entry) {
    if (!entry.dtype().equals(FLOAT32)) {
      throw SafetensorsHeaderReader.invalid(
          file,
          ("Tensor '%s' has the type %s, but only F32 (32-bit floats) can be read; convert the model to"
                  + " F32.")
              .formatted(entry.name(), entry.dtype()));
    }
    long bytes = entry.end() - entry.begin();
    BigInteger needed = BigInteger.valueOf(Float.BYTES);
    for (long axis : entry.shape()) {
      needed = needed.multiply(BigInteger.valueOf(axis));
    }
    if (!needed.equals(BigInteger.valueOf(bytes))) {
      throw SafetensorsHeaderReader.invalid(
          file,
          "Tensor '%s' of shape %s needs %d bytes, but the header gives it %d."
              .formatted(entry.name(), entry.shape(), needed, bytes));
    }
    long longest = entry.shape().stream().reduce(bytes / Float.BYTES, Math::max);
    if (longest > LONGEST_ARRAY) {
      throw SafetensorsHeaderReader.invalid(
          file,
          "Tensor '%s' of shape %s is too large to be read: %d values are the most."
              .formatted(entry.name(), entry.shape(), LONGEST_ARRAY));
    }
    return entry.shape().stream().mapToInt(Long::intValue).toArray();
  }

  private static void readValues(float[] values, ByteBuffer buffer, InputStream in) throws IOException {
    int chunk = buffer.capacity() / Float.BYTES;
    for (int from = 0; from < values.length; from += chunk) {
      int length = Math.min(chunk, values.length - from);
      if (in.readNBytes(buffer.array(), 0, length * Float.BYTES) < length * Float.BYTES) {
        throw new IOException("the file became shorter while it was read");
      }
      buffer.asFloatBuffer().get(values, from, length);
    }
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
  }
}
