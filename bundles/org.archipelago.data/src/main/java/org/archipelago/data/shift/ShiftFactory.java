package org.archipelago.data.shift;

import java.util.Optional;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes shifts of one kind. */
public interface ShiftFactory extends ComponentFactory {

  /**
   * @return nothing for the one under which rows stay as they were dealt
   * @throws org.archipelago.core.InvalidInputException if the rows of such a run can't be changed so
   */
  Optional<Shift> create(ParameterValues values, ShiftSetting setting);
}
