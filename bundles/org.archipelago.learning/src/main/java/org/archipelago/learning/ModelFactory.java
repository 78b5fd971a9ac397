package org.archipelago.learning;

import org.archipelago.core.Inputs;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes models of one family. */
public interface ModelFactory extends ComponentFactory {

  /** Whether the family can learn that kind of task. */
  boolean supports(Task.Kind kind);

  /** Whether the family learns from the words of texts, and from nothing else. */
  default boolean takesWords() {
    return false;
  }

  /**
   * @param values the family's parameters
   * @param task what is to be learned; of a supported kind
   * @param inputs what it learns from
   * @throws org.archipelago.core.InvalidInputException if that is nothing for the family, or values do not
   *     fit to it
   */
  Model create(ParameterValues values, Task task, Inputs inputs);
}
