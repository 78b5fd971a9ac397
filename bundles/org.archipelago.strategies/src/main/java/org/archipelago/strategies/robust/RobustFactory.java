package org.archipelago.strategies.robust;

import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.federation.StrategySetting;

/** Makes robust strategies; says before a run where a cohort of fixed size is too small for the rule. */
interface RobustFactory extends StrategyFactory {

  @Override
  default List<Problem> check(Experiment experiment) {
    ComponentSpec sampler = experiment.section(ComponentKind.SAMPLER);
    if (!sampler.parameters().has("size")) {
      return List.of();
    }
    ParameterValues values = experiment.section(ComponentKind.STRATEGY).parameters();
    int size = sampler.parameters().integer("size");
    return create(values, new StrategySetting(size, experiment.section(ComponentKind.TRAINING).parameters()))
        .objection(size)
        .map(objection -> List.of(Problem.atField("strategy." + RobustParameters.BYZANTINE, objection)))
        .orElse(List.of());
  }
}
