package org.archipelago.learning.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

  private static final ModelParameters SMALL =
      new ModelParameters(
          List.of(
              new Tensor("bias", new int[] {2}, new float[] {0.5f, -1.25f}),
              new Tensor("weight", new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6})));

  @TempDir private Path folder;

  @Test
  void headerWithEveryTypeIsTheReferenceByteForByte() throws IOException {
    byte[] reference = reference();
    SafetensorsHeader header =
        new SafetensorsHeader(
            metadata("format", "pt", "round", "3"),
            List.of(
                new SafetensorsHeader.Entry("bias", "F32", List.of(2L), 0, 8),
                new SafetensorsHeader.Entry("weight", "F32", List.of(2L, 3L), 8, 32),
                new SafetensorsHeader.Entry("step", "I64", List.of(), 32, 40)));
    assertArrayEquals(Arrays.copyOf(reference, 8 + 224), header.toBytes());
    assertEquals(header, SafetensorsHeaderReader.read("f", Arrays.copyOfRange(reference, 8, 232), 40));
  }

  @Test
  void valuesAreThoseOfTheReference() throws IOException {
    byte[] written = write(SMALL, Map.of());
    byte[] data = Arrays.copyOfRange(written, written.length - 32, written.length);
    assertArrayEquals(Arrays.copyOfRange(reference(), 232, 264), data);
  }

  @Test
  void wholeFileIsThatOfTheLibraryByteForByte() throws IOException {
    byte[] library = HexFormat.of().parseHex(resource("library_safetensors.hex").strip());
    assertArrayEquals(library, write(SMALL, Map.of("round", "3")));
    Safetensors.Contents contents = Safetensors.read(file(library));
    assertEquals(SMALL.tensors(), contents.parameters().tensors());
    assertEquals(Map.of("round", "3"), contents.metadata());
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    ModelParameters model = Fixtures.mlp(Fixtures.CLASSES, 300, 80, 7).initialise(new RandomStream(1));
    Map<String, String> metadata = metadata("näme", "Ziffern \"0–9\"\n", "round", "12");
    byte[] written = write(model, metadata);
    assertEquals(0, (written.length - model.bytes()) % 8);
    Safetensors.Contents contents = Safetensors.read(file(written));
    assertEquals(model.hash(), contents.parameters().hash());
    assertEquals(model.tensors(), contents.parameters().tensors());
    assertEquals(List.copyOf(metadata.entrySet()), List.copyOf(contents.metadata().entrySet()));
  }

  @Test
  void readsScalarsEmptyTensorsAndUnsortedHeaders() throws IOException {
    byte[] bytes =
        bytes(
            "{\"b\":{\"shape\":[],\"dtype\":\"F32\",\"data_offsets\":[8,12],\"more\":{\"x\":[1]}},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"none\":{\"dtype\":\"F32\",\"shape\":[0,5],\"data_offsets\":[12,12]}}",
            12);
    Safetensors.Contents contents = Safetensors.read(file(bytes));
    assertEquals("[a[2], b[], none[0, 5]]", contents.parameters().tensors().toString());
  }

  @Test
  void refusesOtherTypes() throws IOException {
    assertRefused(
        reference(),
        "Tensor 'step' has the type I64, but only F32 (32-bit floats) can be read; convert the model to"
            + " F32.");
  }

  @Test
  void aMissingFile() {
    Path missing = folder.resolve("model.safetensors");
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Safetensors.read(missing));
    assertEquals(missing + ": There is no such file.", refused.getMessage());
  }

  @Test
  void filesThatAreNotSafetensors() throws IOException {
    String message =
        "This is not a safetensors file, or it is damaged: it has %d bytes, which do not begin with the"
            + " length of a header that fits.";
    assertRefused(new byte[0], message.formatted(0));
    assertRefused("PNG".getBytes(StandardCharsets.US_ASCII), message.formatted(3));
    assertRefused("label,pixel0,pixel1\n".getBytes(StandardCharsets.US_ASCII), message.formatted(20));
    assertRefused(Arrays.copyOf(reference(), 100), message.formatted(100));
  }

  @Test
  void filesThatWereCutOffOrGoOn() throws IOException {
    byte[] whole = write(SMALL, Map.of());
    String message =
        "The header tells of 32 bytes of data, but %d follow it; the file is damaged or was not written to"
            + " its end.";
    assertRefused(Arrays.copyOf(whole, whole.length - 1), message.formatted(31));
    assertRefused(Arrays.copyOf(whole, whole.length + 4), message.formatted(36));
  }

  @Test
  void dataThatOverlapOrHaveGaps() throws IOException {
    String tensors =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}}";
    assertRefused(
        bytes(tensors.formatted(4, 8), 8),
        "Tensor 'b' begins at byte 4 of the data, but the one before it ends at 8: the data overlap.");
    assertRefused(
        bytes(tensors.formatted(12, 16), 16),
        "Tensor 'b' begins at byte 12 of the data, but the one before it ends at 8: the data have a gap.");
  }

  @Test
  void shapesThatDoNotFit() throws IOException {
    assertRefused(
        bytes(tensor("\"F32\"", "[3]", "[0,8]"), 8),
        "Tensor 'a' of shape [3] needs 12 bytes, but the header gives it 8.");
    assertRefused(
        bytes(tensor("\"F32\"", "[4294967296,4294967296,4]", "[0,8]"), 8),
        "Tensor 'a' of shape [4294967296, 4294967296, 4] needs 295147905179352825856 bytes, but the header"
            + " gives it 8.");
    assertRefused(
        bytes(tensor("\"F32\"", "[0,4294967296]", "[0,0]"), 0),
        "Tensor 'a' of shape [0, 4294967296] is too large to be read: 2147483639 values are the most.");
  }

  @Test
  void headersOfAnotherForm() throws IOException {
    assertRefused(bytes("[1]", 0), "The header is not an object.");
    assertRefused(bytes("{} x", 0), "The header is not valid JSON");
    assertRefused(bytes("{} {}", 0), "The header goes on after its last brace.");
    assertRefused(bytes("{\"a\":", 0), "The header is not valid JSON");
    assertRefused(bytes("{\"a\":7}", 0), "'a' is not an object.");
    assertRefused(bytes("{\"__metadata__\":{\"k\":7}}", 0), "Metadata 'k' is not a text.");
    String twice = tensor("\"F32\"", "[0]", "[0,0]");
    assertRefused(
        bytes(twice.replace("}}", "},") + twice.substring(1), 0), "The header is not valid JSON: Duplicate");
    String incomplete = "Tensor 'a' needs a dtype, a shape and two data_offsets, begin and end.";
    assertRefused(bytes("{\"a\":{}}", 0), incomplete);
    assertRefused(bytes(tensor("\"F32\"", "[1]", "[4,0]"), 4), incomplete);
    assertRefused(bytes(tensor("\"F32\"", "[1]", "[0]"), 4), incomplete);
    assertRefused(bytes(tensor("7", "[1]", "[0,4]"), 4), "'dtype' of tensor 'a' is not a text.");
    assertRefused(
        bytes(tensor("\"F32\"", "[1.5]", "[0,4]"), 4),
        "'shape' of tensor 'a' is not a list of whole numbers of at least 0.");
    assertRefused(
        bytes(tensor("\"F32\"", "[1]", "[-4,0]"), 4),
        "'data_offsets' of tensor 'a' is not a list of whole numbers of at least 0: it contains -4.");
  }

  @Test
  void noTensorMayBeCalledAsTheMetadata() {
    ModelParameters odd = new ModelParameters(List.of(Tensor.zeros("__metadata__", 1)));
    assertThrows(IllegalArgumentException.class, () -> write(odd, Map.of()));
  }

  private void assertRefused(byte[] bytes, String message) throws IOException {
    Path file = file(bytes);
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Safetensors.read(file));
    Problem problem = refused.problems().get(0);
    assertEquals(file.toString(), problem.file());
    assertTrue(problem.message().startsWith(message), problem.message());
  }

  private static String tensor(String dtype, String shape, String offsets) {
    return "{\"a\":{\"dtype\":%s,\"shape\":%s,\"data_offsets\":%s}}".formatted(dtype, shape, offsets);
  }

  private static byte[] bytes(String json, int dataBytes) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("model.safetensors"), bytes);
  }

  private static byte[] write(ModelParameters parameters, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(parameters, metadata, out);
    return out.toByteArray();
  }

  private static Map<String, String> metadata(String... keysAndValues) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      metadata.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return metadata;
  }

  private static byte[] reference() throws IOException {
    Matcher hex = Pattern.compile("\"hex\": \"([0-9a-f]+)\"").matcher(resource("reference_safetensors.json"));
    assertTrue(hex.find());
    return HexFormat.of().parseHex(hex.group(1));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SafetensorsTest.class.getResourceAsStream("/reference/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
