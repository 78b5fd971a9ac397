package org.archipelago.headless;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.archipelago.data.Reserved;
import org.archipelago.data.skew.NullBand;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.data.skew.SkewMeasure;
import org.archipelago.data.skew.SkewReport;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.goal.Solution;

/** A partition with its skew as JSON for other programs. */
final class PartitionJson {

  private final JsonGenerator json;

  private PartitionJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes an object, and leaves the writer open. */
  static void write(
      PartitionSource source, SkewReport skew, Optional<Solution> solution, Writer out)
      throws IOException {
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      new PartitionJson(json).partition(source, skew, solution);
    }
    out.write("\n");
    out.flush();
  }

  private void partition(PartitionSource source, SkewReport skew, Optional<Solution> solution)
      throws IOException {
    Draft draft = source.draft();
    json.writeStartObject();
    json.writeStringField("source", draft.data().source());
    json.writeStringField("dataHash", draft.data().hash());
    json.writeStringField("partitionHash", Manifest.of(draft, source.recipe()).hash());
    json.writeStringField("target", draft.data().target());
    texts("classes", draft.data().classes());
    json.writeNumberField("dealt", Arrays.stream(draft.sizes()).sum());
    Reserved reserved = draft.data().origin().map(rows -> rows.reserved()).orElse(Reserved.NOTHING);
    json.writeNumberField("heldOut", reserved.heldOut().length);
    json.writeNumberField("server", reserved.server().length);
    numbers("reserve", draft.reserve());
    clients(draft, skew);
    json.writeArrayFieldStart("figures");
    for (SkewFigure figure : skew.figures()) {
      figure(figure);
    }
    json.writeEndArray();
    texts("differences", source.differences());
    if (solution.isPresent()) {
      json.writeObjectFieldStart("goals");
      json.writeStringField("outcome", solution.get().outcome().name().toLowerCase(Locale.ROOT));
      json.writeStringField("sentence", solution.get().sentence());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void clients(Draft draft, SkewReport skew) throws IOException {
    int[][] counts = draft.counts();
    json.writeArrayFieldStart("clients");
    for (int client = 0; client < counts.length; client++) {
      json.writeStartObject();
      json.writeStringField("name", draft.clients().get(client));
      json.writeNumberField("rows", skew.clients().size(client));
      numbers("counts", counts[client]);
      if (skew.clients().size(client) > 0) {
        for (SkewMeasure measure : SkewMeasure.values()) {
          json.writeNumberField(measure.id(), skew.clients().of(measure, client));
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void figure(SkewFigure figure) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", figure.id());
    json.writeNumberField("value", figure.value());
    if (figure.chance().isPresent()) {
      NullBand band = figure.chance().get();
      json.writeObjectFieldStart("chance");
      json.writeNumberField("mean", band.mean());
      json.writeNumberField("low", band.low());
      json.writeNumberField("high", band.high());
      json.writeEndObject();
      json.writeNumberField("excess", figure.excess());
    }
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void numbers(String name, int[] numbers) throws IOException {
    json.writeFieldName(name);
    json.writeArray(numbers, 0, numbers.length);
  }
}
