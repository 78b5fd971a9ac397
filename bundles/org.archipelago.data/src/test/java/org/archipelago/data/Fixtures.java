package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.core.catalog.ParameterValues;
import org.junit.jupiter.api.function.Executable;

/** Experiments and problems for the tests of this bundle. */
public final class Fixtures {

  public static final Catalog CATALOG = Catalog.load();

  private Fixtures() {}

  /** A component with the given parameters, its defaults filled in. */
  public static ComponentSpec spec(ComponentKind kind, String id, Map<String, Object> given) {
    ComponentDescriptor descriptor = CATALOG.find(kind, id).orElseThrow().descriptor();
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDescriptor parameter : descriptor.parameters()) {
      Object value = given.getOrDefault(parameter.name(), parameter.defaultValue().orElse(null));
      if (parameter.type() == ParameterType.COMPONENT && value instanceof String nested) {
        value = spec(parameter.component().orElseThrow(), nested, Map.of());
      }
      if (value != null) {
        values.put(parameter.name(), value);
      }
    }
    assertEquals(values.keySet(), union(values, given), "unknown parameter in the test");
    return new ComponentSpec(id, new ParameterValues(values));
  }

  private static Set<String> union(Map<String, Object> a, Map<String, Object> b) {
    Map<String, Object> both = new HashMap<>(a);
    both.putAll(b);
    return both.keySet();
  }

  public static ComponentSpec partition(String id, Map<String, Object> given) {
    return spec(ComponentKind.PARTITIONER, id, given);
  }

  public static Experiment experiment(long seed, Map<String, Object> data, ComponentSpec partition) {
    Map<ComponentKind, ComponentSpec> sections = new EnumMap<>(ComponentKind.class);
    for (ComponentKind kind : ComponentKind.values()) {
      sections.put(kind, new ComponentSpec("any", ParameterValues.NONE));
    }
    sections.put(ComponentKind.DATA, spec(ComponentKind.DATA, "dataset", data));
    sections.put(ComponentKind.PARTITIONER, partition);
    return new Experiment("test", "", new Seed(seed), sections);
  }

  /** Loads with a model that learns everything. */
  public static FederatedDataset load(Path folder, Experiment experiment) {
    return DatasetLoader.load(
        experiment, CATALOG, folder, kind -> true, "everything", ProgressListener.NONE);
  }

  /** Loads with a model called {@code narrow} that learns one kind of task. */
  public static FederatedDataset load(Path folder, Experiment experiment, Task.Kind only) {
    return DatasetLoader.load(
        experiment, CATALOG, folder, kind -> kind == only, "narrow", ProgressListener.NONE);
  }

  /** The only problem of what must fail. */
  public static Problem problem(Executable failing) {
    List<Problem> problems = assertThrows(InvalidInputException.class, failing).problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0);
  }
}
