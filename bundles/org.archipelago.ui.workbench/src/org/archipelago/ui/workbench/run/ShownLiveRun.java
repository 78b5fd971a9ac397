package org.archipelago.ui.workbench.run;

import java.util.Optional;
import org.eclipse.ui.services.IServiceLocator;

/** The run that is shown, if it is under way here. */
final class ShownLiveRun {

  private ShownLiveRun() {}

  static Optional<LiveRun> of(IServiceLocator services) {
    return services.getService(ShownRun.class).get().flatMap(services.getService(RunService.class)::live);
  }
}
