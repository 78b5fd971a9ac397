package org.archipelago.headless;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.archipelago.core.Problem;
import org.archipelago.data.inspect.ColumnSummary;
import org.archipelago.data.inspect.TableSummary;
import org.archipelago.data.table.FileFormat;

/** An inspection for other programs; its names and texts are English. */
final class InspectionJson {

  private InspectionJson() {}

  static void write(Inspection inspection, Writer out) throws IOException {
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      write(inspection, json);
    }
    out.write("\n");
    out.flush();
  }

  private static void write(Inspection inspection, JsonGenerator json) throws IOException {
    TableSummary summary = inspection.summary();
    json.writeStartObject();
    json.writeStringField("source", inspection.source());
    json.writeNumberField("rows", summary.rows());
    json.writeStringField("sha256", summary.table().sha256());
    if (summary.table().format().isPresent()) {
      format(summary.table().format().get(), json);
    }
    json.writeArrayFieldStart("columns");
    for (ColumnSummary column : summary.columns()) {
      column(column, json);
    }
    json.writeEndArray();
    json.writeStringField("target", inspection.target().name());
    json.writeBooleanField("targetSuggested", inspection.suggested());
    json.writeStringField("task", inspection.target().hasClasses() ? "classification" : "regression");
    json.writeArrayFieldStart("notes");
    for (String note : summary.table().notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("warnings");
    for (Problem warning : inspection.warnings()) {
      json.writeString(warning.message());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void format(FileFormat format, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("format");
    json.writeStringField("delimiter", format.delimiter());
    json.writeStringField("quote", format.quote());
    json.writeStringField("encoding", format.encoding());
    json.writeStringField("decimal", format.decimal());
    json.writeBooleanField("header", format.header());
    json.writeEndObject();
  }

  private static void column(ColumnSummary column, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.kind().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("different", column.distinct());
    json.writeNumberField("missing", column.missing());
    json.writeBooleanField("looksLikeIdentifier", column.looksLikeIdentifier());
    json.writeEndObject();
  }
}
