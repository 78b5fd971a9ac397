package org.archipelago.ui.workbench.run;

import java.util.Locale;
import java.util.Map;
import org.archipelago.core.RunState;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.services.IServiceLocator;

/**
 * Tells the workbench what the run shown is doing, so that Pause, Stop and Export know when they can be
 * used.
 */
public final class RunStateSource extends AbstractSourceProvider {

  /** {@code none}, {@code preparing}, {@code running}, {@code paused} or {@code recorded}. */
  static final String VARIABLE = "org.archipelago.ui.workbench.shownRun";

  private static final String PAUSE = "org.archipelago.ui.workbench.pause";

  private final Runnable onShown = this::watch;
  private final Runnable onNews = this::newsFromAnyThread;
  private IServiceLocator services;
  private RunModel watched;
  private volatile String value = "none";

  @Override
  public void initialize(IServiceLocator locator) {
    services = locator;
  }

  private void connect() {
    if (watched == null) {
      ShownRun shown = services.getService(ShownRun.class);
      shown.removeListener(onShown);
      shown.addListener(onShown);
    }
  }

  @Override
  public Map<String, String> getCurrentState() {
    connect();
    value = current();
    return Map.of(VARIABLE, value);
  }

  @Override
  public String[] getProvidedSourceNames() {
    return new String[] {VARIABLE};
  }

  private void watch() {
    if (watched != null) {
      watched.removeListener(onNews);
    }
    watched = services.getService(ShownRun.class).get().orElse(null);
    if (watched != null) {
      watched.addListener(onNews);
    }
    update();
  }

  private void newsFromAnyThread() {
    if (!current().equals(value)) {
      Display display = PlatformUI.getWorkbench().getDisplay();
      if (!display.isDisposed()) {
        display.asyncExec(this::update);
      }
    }
  }

  private void update() {
    value = current();
    fireSourceChanged(ISources.WORKBENCH, VARIABLE, value);
    services.getService(ICommandService.class).refreshElements(PAUSE, null);
  }

  private String current() {
    RunModel model = services.getService(ShownRun.class).get().orElse(null);
    if (model == null) {
      return "none";
    }
    RunState state = model.state();
    if (state.ended() || services.getService(RunService.class).live(model).isEmpty()) {
      return model.id().isEmpty() ? "none" : "recorded";
    }
    return state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void dispose() {
    services.getService(ShownRun.class).removeListener(onShown);
  }
}
