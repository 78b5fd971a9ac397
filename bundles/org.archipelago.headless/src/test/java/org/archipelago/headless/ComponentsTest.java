package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.data.PartitionerFactory;
import org.archipelago.data.shift.ShiftFactory;
import org.archipelago.data.scaling.ScalingFactory;
import org.archipelago.federation.AttackFactory;
import org.archipelago.export.Exporter;
import org.archipelago.federation.ClientSamplerFactory;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.learning.ModelFactory;
import org.archipelago.learning.OptimizerFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that forms, help and validation are made of is there and says what it is. */
class ComponentsTest {

  private static final Catalog CATALOG = Catalog.load(Locale.ENGLISH);
  private static final Catalog CHINESE = Catalog.load(Locale.SIMPLIFIED_CHINESE);
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  /** What is written alike in both languages. */
  private static final Set<String> SYMBOLS = Set.of("", "ε", "Delta");

  static Stream<ComponentDescriptor> all() {
    return Arrays.stream(ComponentKind.values()).flatMap(kind -> CATALOG.list(kind).stream());
  }

  @ParameterizedTest
  @EnumSource(ComponentKind.class)
  void everyKindHasComponents(ComponentKind kind) {
    assertFalse(CATALOG.list(kind).isEmpty());
    assertTrue(!kind.isSingle() || CATALOG.list(kind).size() == 1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyComponentSaysWhatItIs(ComponentDescriptor component) {
    assertFalse(component.title().isBlank());
    assertTrue(component.text().endsWith("."), component.text());
    Set<String> names = new HashSet<>();
    for (ParameterDescriptor parameter : component.parameters()) {
      assertTrue(names.add(parameter.name()), "twice: " + parameter.name());
      assertTrue(parameter.name().matches("[a-z][a-zA-Z0-9]*"), parameter.name());
      assertTrue(parameter.text().endsWith("."), parameter.name() + ": " + parameter.text());
    }
  }

  static Stream<ComponentDescriptor> strategies() {
    return CATALOG.list(ComponentKind.STRATEGY).stream();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyStrategySaysItsRuleItsCostsAndWhereItComesFrom(ComponentDescriptor strategy) {
    assertFalse(strategy.formula().isEmpty());
    assertTrue(strategy.costs().endsWith("."), strategy.costs());
    assertTrue(strategy.needs().isEmpty() || strategy.needs().endsWith("."), strategy.needs());
    assertTrue(strategy.source().matches(".*\\d{4}.*"), strategy.source());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyComponentIsMadeByTheInterfaceOfItsKind(ComponentDescriptor component) {
    ComponentFactory factory = CATALOG.find(component.kind(), component.id()).orElseThrow();
    assertEquals(component, factory.descriptor());
    assertInstanceOf(factoryOf(component.kind()), factory);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyComponentSaysItInChinese(ComponentDescriptor component) {
    ComponentDescriptor chinese = CHINESE.describe(component.kind(), component.id()).orElseThrow();
    assertTrue(isChinese(component.title(), chinese.title()), chinese.title());
    assertTrue(isChinese(component.text(), chinese.text()), chinese.text());
    assertEquals(component.source(), chinese.source());
    assertEquals(component.formula(), chinese.formula());
    assertTrue(isChinese(component.needs(), chinese.needs()), chinese.needs());
    assertTrue(isChinese(component.costs(), chinese.costs()), chinese.costs());
    for (ParameterDescriptor parameter : component.parameters()) {
      ParameterDescriptor translated = chinese.parameter(parameter.name()).orElseThrow();
      assertTrue(isChinese(parameter.text(), translated.text()), translated.text());
      assertTrue(isChinese(parameter.label(), translated.label()), translated.label());
      assertTrue(isChinese(parameter.unit(), translated.unit()), translated.unit());
    }
  }

  private static boolean isChinese(String english, String chinese) {
    return HAN.matcher(chinese).find() || SYMBOLS.contains(english);
  }

  private static Class<? extends ComponentFactory> factoryOf(ComponentKind kind) {
    return switch (kind) {
      case PARTITIONER -> PartitionerFactory.class;
      case MODEL -> ModelFactory.class;
      case SAMPLER -> ClientSamplerFactory.class;
      case STRATEGY -> StrategyFactory.class;
      case ATTACK -> AttackFactory.class;
      case SHIFT -> ShiftFactory.class;
      case PRIVACY -> PrivacyFactory.class;
      case OPTIMIZER -> OptimizerFactory.class;
      case SCALING -> ScalingFactory.class;
      case EXPORTER -> Exporter.class;
      case DATA, TRAINING -> ComponentFactory.class;
    };
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyNestedComponentThatIsADefaultIsThere(ComponentDescriptor component) {
    for (ParameterDescriptor parameter : component.parameters()) {
      parameter.component().ifPresent(
          kind ->
              parameter.defaultValue().ifPresent(
                  id -> assertTrue(CATALOG.find(kind, (String) id).isPresent(), id.toString())));
    }
  }
}
