package org.archipelago.testing;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.data.PartitionerFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** All partitioners of the program keep their contract. */
@ParameterizedClass
@MethodSource("partitioners")
class PartitionersTest extends PartitionerContract {

  private final PartitionerFactory factory;

  PartitionersTest(PartitionerFactory factory) {
    this.factory = factory;
  }

  static Stream<Named<PartitionerFactory>> partitioners() {
    return ServiceLoader.load(ComponentFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(PartitionerFactory.class::isInstance)
        .map(PartitionerFactory.class::cast)
        .map(factory -> Named.of(factory.descriptor().id(), factory));
  }

  @Override
  protected PartitionerFactory factory() {
    return factory;
  }

  @Override
  protected Map<String, Object> given() {
    return switch (factory.descriptor().id()) {
      case "natural" -> Map.of("column", "site");
      case "natural-groups" ->
          Map.of("column", "site", "groups", List.of(List.of("site 0", "site 2"), List.of("site 1", "site 3")));
      case "natural-columns" -> Map.of("columns", List.of("site", "number"), "valuesPerClient", 7);
      case "pachinko" -> Map.of("clients", 6, "column", "site");
      case "continuous", "time" -> Map.of("clients", 6, "column", "number");
      case "size-list" -> Map.of("sizes", List.of(1.0, 2.0, 5.0));
      default -> Map.of("clients", 6);
    };
  }
}
