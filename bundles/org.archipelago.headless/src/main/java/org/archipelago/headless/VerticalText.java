package org.archipelago.headless;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Language;
import org.archipelago.partition.vertical.Party;
import org.archipelago.partition.vertical.VerticalPartition;
import org.archipelago.results.Format;

/** Which client of a vertical partition has which columns, for people and as JSON. */
final class VerticalText {

  private final VerticalPartition partition;
  private final String target;

  VerticalText(VerticalPartition partition) {
    this.partition = partition;
    this.target = partition.of().of().task().target();
  }

  void print(PrintWriter out) {
    out.println(
        Words.say(
            "vertical.heading",
            partition.of().of().name(),
            target,
            Words.many(partition.parties().size(), "clients"),
            Words.many(partition.of().rows().length, "rows"),
            Format.count(partition.shared()),
            Format.count(partition.of().reserved().heldOut().length)));
    out.println(Words.say("vertical.notLearned"));
    if (!partition.leftOut().isEmpty()) {
      out.println(Words.say("vertical.leftOut", listed(partition.leftOut())));
    }
    out.println();
    for (Party party : partition.parties()) {
      out.println(
          Words.say(
              "vertical.client",
              party.name(),
              Words.many(party.rows().length, "rows"),
              listed(columns(party))));
    }
  }

  private List<String> columns(Party party) {
    List<String> columns = new ArrayList<>(party.columns());
    if (party.hasTarget()) {
      columns.add(Words.say("vertical.target", target));
    }
    return columns;
  }

  private static String listed(List<String> names) {
    return String.join(Language.current() == Language.CHINESE ? "、" : ", ", names);
  }

  void json(PrintWriter out) throws IOException {
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("source", partition.of().of().name());
      json.writeStringField("dataHash", partition.of().of().hash());
      json.writeStringField("target", target);
      json.writeNumberField("dealt", partition.of().rows().length);
      json.writeNumberField("shared", partition.shared());
      json.writeNumberField("heldOut", partition.of().reserved().heldOut().length);
      json.writeArrayFieldStart("clients");
      for (Party party : partition.parties()) {
        json.writeStartObject();
        json.writeStringField("name", party.name());
        json.writeNumberField("rows", party.rows().length);
        json.writeBooleanField("target", party.hasTarget());
        texts(json, "columns", party.columns());
        json.writeEndObject();
      }
      json.writeEndArray();
      texts(json, "leftOut", partition.leftOut());
      json.writeEndObject();
    }
    out.println();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
