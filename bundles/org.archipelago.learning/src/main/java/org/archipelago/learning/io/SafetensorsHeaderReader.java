package org.archipelago.learning.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** Reads the JSON text of a safetensors header and holds it against the format's rules. */
final class SafetensorsHeaderReader {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final JsonParser parser;

  private SafetensorsHeaderReader(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * @param file what messages call the file
   * @param json the header's text, with or without spaces after it
   * @param dataBytes how many bytes follow the header
   * @return the header, its tensors in the order of their data
   * @throws InvalidInputException if it is not JSON of the right form, or if the tensors do not cover
   *     the data without gap and overlap
   */
  static SafetensorsHeader read(String file, byte[] json, long dataBytes) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      SafetensorsHeaderReader reader = new SafetensorsHeaderReader(file, parser);
      SafetensorsHeader header = reader.header();
      reader.requireCover(header.entries(), dataBytes);
      return header;
    } catch (JsonProcessingException e) {
      throw invalid(file, "The header is not valid JSON: " + e.getOriginalMessage());
    }
  }

  static InvalidInputException invalid(String file, String message) {
    return new InvalidInputException(Problem.inFile(file, 0, message));
  }

  private SafetensorsHeader header() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    expect(parser.nextToken(), JsonToken.START_OBJECT, "The header", "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      expect(parser.nextToken(), JsonToken.START_OBJECT, "'" + name + "'", "an object");
      if (name.equals(SafetensorsHeader.METADATA)) {
        readMetadata(metadata);
      } else {
        entries.add(entry(name));
      }
    }
    if (parser.nextToken() != null) {
      throw invalid(file, "The header goes on after its last brace.");
    }
    entries.sort(
        Comparator.comparingLong(SafetensorsHeader.Entry::begin)
            .thenComparingLong(SafetensorsHeader.Entry::end));
    return new SafetensorsHeader(metadata, entries);
  }

  private void readMetadata(Map<String, String> metadata) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      expect(parser.nextToken(), JsonToken.VALUE_STRING, "Metadata '" + key + "'", "a text");
      metadata.put(key, parser.getText());
    }
  }

  private SafetensorsHeader.Entry entry(String name) throws IOException {
    String dtype = "";
    List<Long> shape = List.of();
    List<Long> offsets = List.of();
    boolean shaped = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      String what = "'%s' of tensor '%s'".formatted(key, name);
      switch (key) {
        case SafetensorsHeader.DTYPE -> {
          expect(value, JsonToken.VALUE_STRING, what, "a text");
          dtype = parser.getText();
        }
        case SafetensorsHeader.SHAPE -> {
          shape = numbers(value, what);
          shaped = true;
        }
        case SafetensorsHeader.OFFSETS -> offsets = numbers(value, what);
        default -> parser.skipChildren();
      }
    }
    if (dtype.isEmpty() || !shaped || offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw invalid(
          file,
          "Tensor '%s' needs a dtype, a shape and two data_offsets, begin and end.".formatted(name));
    }
    return new SafetensorsHeader.Entry(name, dtype, shape, offsets.get(0), offsets.get(1));
  }

  private List<Long> numbers(JsonToken token, String what) throws IOException {
    String wanted = "a list of whole numbers of at least 0";
    expect(token, JsonToken.START_ARRAY, what, wanted);
    List<Long> numbers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, what, wanted);
      long number = parser.getLongValue();
      if (number < 0) {
        throw invalid(file, "%s is not %s: it contains %d.".formatted(what, wanted, number));
      }
      numbers.add(number);
    }
    return numbers;
  }

  private void expect(JsonToken found, JsonToken wanted, String what, String words) {
    if (found != wanted) {
      throw invalid(file, "%s is not %s.".formatted(what, words));
    }
  }

  private void requireCover(List<SafetensorsHeader.Entry> entries, long dataBytes) {
    long covered = 0;
    for (SafetensorsHeader.Entry entry : entries) {
      if (entry.begin() != covered) {
        throw invalid(
            file,
            "Tensor '%s' begins at byte %d of the data, but the one before it ends at %d: the data %s."
                .formatted(
                    entry.name(),
                    entry.begin(),
                    covered,
                    entry.begin() < covered ? "overlap" : "have a gap"));
      }
      covered = entry.end();
    }
    if (covered != dataBytes) {
      throw invalid(
          file,
          ("The header tells of %d bytes of data, but %d follow it; the file is damaged or was not"
                  + " written to its end.")
              .formatted(covered, dataBytes));
    }
  }
}
