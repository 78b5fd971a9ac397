package org.archipelago.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.archipelago.core.Inputs;
import org.archipelago.core.Task;
import org.archipelago.data.FederatedDataset;
import org.archipelago.data.Schema;
import org.archipelago.data.SchemaColumn;
import org.archipelago.data.SchemaWords;

/**
 * What somebody else needs to apply a model to rows of their own: columns, encodings, scaling and labels,
 * as JSON. It stands in the metadata of every model file and in the run's record.
 */
final class ModelSchema {

  /** Name of the file in a record. */
  static final String FILE = "schema.json";

  /** Name of the file that tells which rows were held out. */
  static final String HOLD_OUT_FILE = "holdout.json";

  private static final String FORMAT = "archipelago/schema/1";
  private static final String HOLD_OUT_FORMAT = "archipelago/holdout/1";

  private ModelSchema() {}

  /** The schema in one line. */
  static String compact(Schema schema) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      write(schema, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The schema as a file that people can read. */
  static void write(Schema schema, OutputStream out) throws IOException {
    JsonGenerator json = pretty(out);
    write(schema, json);
    json.flush();
  }

  /** The lines of the data's file, from 1, whose rows no client trained on. */
  static void writeHoldOut(FederatedDataset data, OutputStream out) throws IOException {
    JsonGenerator json = pretty(out);
    json.writeStartObject();
    json.writeStringField("format", HOLD_OUT_FORMAT);
    json.writeStringField("source", data.testSource());
    json.writeArrayFieldStart("lines");
    for (int line : data.testLines()) {
      json.writeNumber(line);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  private static JsonGenerator pretty(OutputStream out) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return new JsonFactory().createGenerator(out).setPrettyPrinter(printer);
  }

  private static void write(Schema schema, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", FORMAT);
    writeTarget(schema, json);
    json.writeBooleanField("dropIncomplete", schema.dropIncomplete());
    if (!schema.image().isEmpty()) {
      json.writeArrayFieldStart("image");
      for (int length : schema.image()) {
        json.writeNumber(length);
      }
      json.writeEndArray();
    }
    if (schema.words().present()) {
      writeWords(schema.words(), json);
    }
    json.writeArrayFieldStart("columns");
    for (SchemaColumn column : schema.columns()) {
      writeColumn(column, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeWords(SchemaWords words, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("words");
    json.writeStringField("column", words.column());
    json.writeNumberField("maxWords", words.length());
    json.writeBooleanField("lowerCase", words.lowerCase());
    json.writeNumberField("padding", Inputs.PADDING);
    json.writeNumberField("unknown", Inputs.UNKNOWN);
    writeTexts("vocabulary", words.vocabulary(), json);
    json.writeEndObject();
  }

  private static void writeTarget(Schema schema, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("target");
    json.writeStringField("name", schema.task().target());
    if (schema.task().kind() == Task.Kind.CLASSIFICATION) {
      json.writeStringField("kind", "class");
      writeTexts("labels", schema.task().classes(), json);
      json.writeBooleanField("numericLabels", schema.numericLabels());
    } else if (schema.task().kind() == Task.Kind.TAGGING) {
      json.writeStringField("kind", "tags");
      writeTexts("labels", schema.task().classes(), json);
    } else {
      json.writeStringField("kind", "number");
      json.writeStringField("unit", schema.task().unit());
      json.writeNumberField("offset", schema.targetMap().offset());
      json.writeNumberField("scale", schema.targetMap().scale());
      json.writeBooleanField("log", schema.logTarget());
    }
    json.writeEndObject();
  }

  private static void writeColumn(SchemaColumn column, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    if (column.numeric()) {
      json.writeStringField("kind", "number");
      json.writeNumberField("offset", column.map().offset());
      json.writeNumberField("scale", column.map().scale());
      if (column.fillsGaps()) {
        json.writeNumberField("missing", column.filling());
      }
    } else {
      json.writeStringField("kind", "category");
      writeTexts("levels", column.levels(), json);
    }
    json.writeEndObject();
  }

  private static void writeTexts(String name, List<String> texts, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
