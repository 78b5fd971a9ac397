package org.archipelago.core.catalog;

import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;

/**
 * Something pluggable. Every implementation is a service of exactly this interface (Declarative
 * Services inside the workbench, {@link java.util.ServiceLoader} outside); it also implements the
 * interface of its kind, which makes the component.
 */
public interface ComponentFactory {

  /** What it is; the same on every call. */
  ComponentDescriptor descriptor();

  /**
   * Looks for what is wrong with an experiment that chose this component: conditions between
   * parameters or between sections. Each parameter by itself has been checked already.
   *
   * @return problems with their field's path; empty when all is well
   */
  default List<Problem> check(Experiment experiment) {
    return List.of();
  }
}
