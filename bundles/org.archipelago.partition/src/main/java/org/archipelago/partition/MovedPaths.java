package org.archipelago.partition;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.SampleDatasets;

/** Paths of a section {@code data} said from another folder. */
final class MovedPaths {

  private static final List<String> SOURCES = List.of("source", "testSource", "serverSource");

  private MovedPaths() {}

  /** The same files; absolute paths and samples stay as they are. */
  static ParameterValues of(ParameterValues options, Path from, Path to) {
    Map<String, Object> moved = new LinkedHashMap<>(options.asMap());
    for (String name : SOURCES) {
      options.find(name).ifPresent(source -> moved.put(name, moved((String) source, from, to)));
    }
    return new ParameterValues(moved);
  }

  private static String moved(String source, Path from, Path to) {
    if (source.startsWith(SampleDatasets.PREFIX) || from.equals(to) || Path.of(source).isAbsolute()) {
      return source;
    }
    Path file = from.resolve(source).toAbsolutePath().normalize();
    Path target = to.toAbsolutePath().normalize();
    boolean sameDisk = file.getRoot() != null && file.getRoot().equals(target.getRoot());
    Path said = sameDisk ? target.relativize(file) : file;
    return said.toString().replace('\\', '/');
  }
}
