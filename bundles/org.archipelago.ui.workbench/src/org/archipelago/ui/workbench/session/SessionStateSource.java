package org.archipelago.ui.workbench.session;

import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IServiceLocator;

/** Tells the workbench where the session stands, so that its commands know when they can be used. */
public final class SessionStateSource extends AbstractSourceProvider {

  /** The name of a {@link SessionPhase} in lower case. */
  static final String VARIABLE = "org.archipelago.ui.workbench.session";

  private final Runnable onNews = this::newsFromAnyThread;
  private IServiceLocator services;
  private volatile String value = "";

  @Override
  public void initialize(IServiceLocator locator) {
    services = locator;
  }

  @Override
  public Map<String, String> getCurrentState() {
    sessions().removeListener(onNews);
    sessions().addListener(onNews);
    value = current();
    return Map.of(VARIABLE, value);
  }

  @Override
  public String[] getProvidedSourceNames() {
    return new String[] {VARIABLE};
  }

  private void newsFromAnyThread() {
    Display display = PlatformUI.getWorkbench().getDisplay();
    if (!current().equals(value) && !display.isDisposed()) {
      display.asyncExec(this::update);
    }
  }

  private void update() {
    value = current();
    fireSourceChanged(ISources.WORKBENCH, VARIABLE, value);
  }

  private String current() {
    return sessions().phase().name().toLowerCase(Locale.ROOT);
  }

  private Sessions sessions() {
    return services.getService(Sessions.class);
  }

  @Override
  public void dispose() {
    sessions().removeListener(onNews);
  }
}
