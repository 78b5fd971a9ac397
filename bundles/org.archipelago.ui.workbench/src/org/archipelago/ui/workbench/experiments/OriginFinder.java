package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.workbench.run.RunOrigins;

/**
 * Tells to which experiment a run belongs: to the one it was started from here; a run that was started
 * elsewhere, as on the command line, to the one whose text it has, or else whose name it has.
 */
final class OriginFinder {

  private final RunOrigins origins;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  /** @param files the user's experiments */
  OriginFinder(RunOrigins origins, List<Path> files) {
    this.origins = origins;
    for (Path file : files) {
      add(file.getFileName().toString(), text(file));
    }
    for (SampleExperiment sample : SampleExperiments.all()) {
      add(RunOrigins.sample(sample.id()), sample.text());
    }
  }

  private void add(String origin, String text) {
    texts.put(origin, text);
    names.put(origin, ExperimentText.name(text).orElse(""));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) { // somebody is removing it at this moment
      return "";
    }
  }

  /** That origin, if its experiment is there. */
  Optional<String> existing(String origin) {
    return Optional.of(origin).filter(texts::containsKey);
  }

  /** The origin of a recorded run; empty if its experiment is not there. */
  Optional<String> of(String id, Optional<RecordSummary> summary) {
    Optional<String> known = origins.of(id);
    if (known.isPresent()) {
      return existing(known.get());
    }
    return summary.flatMap(run ->
        key(texts, run.text()).or(() -> key(names, run.node().name())));
  }

  private static Optional<String> key(Map<String, String> map, String value) {
    return map.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
