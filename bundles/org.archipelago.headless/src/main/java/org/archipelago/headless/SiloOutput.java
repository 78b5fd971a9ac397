package org.archipelago.headless;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.partition.Draft;
import org.archipelago.partition.SiloView;
import org.archipelago.partition.SiloView.Silo;
import org.archipelago.results.Format;

/** What a coordinator would see of clients, as a table or as JSON, in which null stands for what is hidden. */
final class SiloOutput {

  private final SiloView view;
  private final List<String> classes;

  SiloOutput(SiloView view, Draft draft) {
    this.view = view;
    this.classes = draft.data().classes();
  }

  void print(PrintWriter out, boolean json) throws IOException {
    if (json) {
      writeJson(out);
    } else {
      printTable(out);
    }
  }

  private void printTable(PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("", Words.say("partition.rows")));
    classes.forEach(name -> head.add(PartitionText.cut(name, PartitionText.WIDEST_CLASS)));
    lines.add(head);
    for (Silo silo : view.silos()) {
      List<String> line = new ArrayList<>();
      line.add(PartitionText.cut(silo.client(), PartitionText.WIDEST));
      line.add(silo.rows() == SiloView.HIDDEN ? "<" + view.threshold() : Format.count(silo.rows()));
      for (int count : silo.counts()) {
        line.add(count == SiloView.HIDDEN ? "?" : Format.count(count));
      }
      lines.add(line);
    }
    PartitionText.printAligned(lines, out);
    out.println(Words.say("partition.silo", view.threshold()));
  }

  private void writeJson(PrintWriter out) throws IOException {
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeNumberField("threshold", view.threshold());
      json.writeFieldName("classes");
      json.writeArray(classes.toArray(String[]::new), 0, classes.size());
      json.writeArrayFieldStart("clients");
      for (Silo silo : view.silos()) {
        json.writeStartObject();
        json.writeStringField("name", silo.client());
        json.writeFieldName("rows");
        number(json, silo.rows());
        json.writeArrayFieldStart("counts");
        for (int count : silo.counts()) {
          number(json, count);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println();
  }

  private static void number(JsonGenerator json, int seen) throws IOException {
    if (seen == SiloView.HIDDEN) {
      json.writeNull();
    } else {
      json.writeNumber(seen);
    }
  }
}
