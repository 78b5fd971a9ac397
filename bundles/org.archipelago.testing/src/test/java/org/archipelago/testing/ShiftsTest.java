package org.archipelago.testing;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.data.shift.ShiftFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** All shifts of the program keep their contract. */
@ParameterizedClass
@MethodSource("shifts")
class ShiftsTest extends ShiftContract {

  private final ShiftFactory factory;

  ShiftsTest(ShiftFactory factory) {
    this.factory = factory;
  }

  static Stream<Named<ShiftFactory>> shifts() {
    return ServiceLoader.load(ComponentFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(ShiftFactory.class::isInstance)
        .map(ShiftFactory.class::cast)
        .map(factory -> Named.of(factory.descriptor().id(), factory));
  }

  @Override
  protected ShiftFactory factory() {
    return factory;
  }
}
