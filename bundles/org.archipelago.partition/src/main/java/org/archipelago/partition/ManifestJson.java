package org.archipelago.partition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.store.run.ComponentJson;
import org.archipelago.store.run.DurableFiles;

/** Manifests as JSON. */
final class ManifestJson {

  private static final String KIND = "archipelago/partition/";
  private static final int VERSION = 1;
  /** Places of many rows are one long text. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private ManifestJson() {}

  static void write(Manifest manifest, Path file) throws IOException {
    byte[] text = (toNode(manifest).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    DurableFiles.write(file.toAbsolutePath().normalize(), out -> out.write(text));
  }

  private static ObjectNode toNode(Manifest manifest) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("format", KIND + VERSION);
    data(manifest.data(), node.putObject("data"));
    manifest.recipe().dealing().ifPresent(dealing -> {
      node.set("rule", ComponentJson.write(dealing.rule()));
      node.put("seed", dealing.seed().value());
    });
    manifest.recipe().byHand().forEach(node.putArray("byHand")::add);
    clients(manifest, node.putArray("clients"));
    node.put("hash", manifest.hash());
    node.put("places", PlacesCode.write(manifest.places()));
    return node;
  }

  private static void data(DataOrigin data, ObjectNode node) {
    node.put("hash", data.hash());
    node.put("rows", data.tableRows());
    node.put("task", data.task().name().toLowerCase(Locale.ROOT));
    node.put("target", data.target());
    data.classes().forEach(node.putArray("classes")::add);
    data.dealt().forEach(node.putArray("dealt")::add);
    node.put("seed", data.seed().value());
    node.set("section", ComponentJson.write(new ComponentSpec("dataset", data.options())));
  }

  private static void clients(Manifest manifest, ArrayNode array) {
    int[] rows = new int[manifest.clients().size()];
    for (int place : manifest.places()) {
      if (place >= 0) {
        rows[place]++;
      }
    }
    int classes = manifest.data().classes().size();
    for (int client = 0; client < rows.length; client++) {
      ObjectNode node = array.addObject();
      node.put("name", manifest.clients().get(client));
      node.put("rows", rows[client]);
      ArrayNode locked = MAPPER.createArrayNode();
      for (int label = 0; label < classes; label++) {
        if (manifest.locked()[client * classes + label]) {
          locked.add(manifest.data().classes().get(label));
        }
      }
      if (!locked.isEmpty()) {
        node.set("locked", locked);
      }
    }
  }

  static Manifest read(Path file) throws IOException {
    try {
      JsonNode node = MAPPER.readTree(Files.readString(file));
      requireFormat(node, file);
      return fromNode(node, file.toAbsolutePath().normalize().getParent());
    } catch (CharacterCodingException e) {
      throw none(file);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw damaged(file, line, "it is not JSON");
    } catch (IllegalArgumentException e) {
      throw damaged(file, 0, e.getMessage());
    }
  }

  private static void requireFormat(JsonNode node, Path file) {
    String format = node.path("format").asText();
    if (!format.startsWith(KIND)) {
      throw none(file);
    }
    String version = format.substring(KIND.length());
    if (!version.equals(Integer.toString(VERSION))) {
      throw new InvalidInputException(
          Problem.inFile(
              file.toString(),
              0,
              "This partition has version %s of the format, and this program reads version %d; use a later program."
                  .formatted(version, VERSION)));
    }
  }

  private static InvalidInputException none(Path file) {
    return new InvalidInputException(
        Problem.inFile(
            file.toString(),
            0,
            "This is no partition of this program: its file would begin with \"format\" : \"%s\"."
                .formatted(KIND + VERSION)));
  }

  private static InvalidInputException damaged(Path file, int line, String what) {
    return new InvalidInputException(
        Problem.inFile(
            file.toString(),
            line,
            "This partition is damaged (%s); take it from a copy, or make it anew.".formatted(what)));
  }

  private static Manifest fromNode(JsonNode node, Path folder) {
    DataOrigin data = data(get(node, "data"));
    List<String> names = new ArrayList<>();
    get(node, "clients").forEach(client -> names.add(get(client, "name").asText()));
    if (names.isEmpty()) {
      throw new IllegalArgumentException("it has no clients");
    }
    requireUnique(names);
    Optional<Dealing> dealing =
        Optional.ofNullable(node.get("rule"))
            .map(rule -> new Dealing(ComponentJson.read(rule), new Seed(get(node, "seed").asLong())));
    Manifest manifest =
        new Manifest(
            folder,
            data,
            new Recipe(dealing, texts(get(node, "byHand"))),
            names,
            PlacesCode.read(get(node, "places").asText(), data.tableRows(), names.size()),
            locked(get(node, "clients"), data.classes()));
    if (!manifest.hash().equals(get(node, "hash").asText())) {
      throw new IllegalArgumentException("'places' does not have the hash that 'hash' says");
    }
    return manifest;
  }

  private static void requireUnique(List<String> names) {
    HashSet<String> met = new HashSet<>();
    for (String name : names) {
      if (!met.add(name)) {
        throw new IllegalArgumentException("two clients are called '" + name + "'");
      }
    }
  }

  private static DataOrigin data(JsonNode node) {
    List<Integer> dealt = new ArrayList<>();
    get(node, "dealt").forEach(count -> dealt.add(count.asInt()));
    List<String> classes = texts(get(node, "classes"));
    int rows = get(node, "rows").asInt(-1);
    if (classes.isEmpty() || dealt.size() != classes.size() || rows < 0) {
      throw new IllegalArgumentException("'data' has no classes, or no rows");
    }
    return new DataOrigin(
        ComponentJson.read(get(node, "section")).parameters(),
        new Seed(get(node, "seed").asLong()),
        Task.Kind.valueOf(get(node, "task").asText().toUpperCase(Locale.ROOT)),
        get(node, "hash").asText(),
        rows,
        get(node, "target").asText(),
        classes,
        dealt);
  }

  private static boolean[] locked(JsonNode clients, List<String> classes) {
    boolean[] locked = new boolean[clients.size() * classes.size()];
    for (int client = 0; client < clients.size(); client++) {
      for (JsonNode name : clients.get(client).path("locked")) {
        int label = classes.indexOf(name.asText());
        if (label < 0) {
          throw new IllegalArgumentException("'locked' names a class '%s' that there is not".formatted(name.asText()));
        }
        locked[client * classes.size() + label] = true;
      }
    }
    return locked;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode get(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
    return value;
  }
}
