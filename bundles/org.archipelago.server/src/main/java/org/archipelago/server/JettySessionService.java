package org.archipelago.server;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.archipelago.engine.Preparation;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionListener;
import org.archipelago.engine.SessionOptions;
import org.archipelago.engine.SessionService;
import org.osgi.service.component.annotations.Component;

/** Opens sessions on an embedded Jetty, one each. */
@Component(service = SessionService.class)
public final class JettySessionService implements SessionService {

  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  @Override
  public Session open(Preparation preparation, SessionOptions options, SessionListener listener)
      throws IOException {
    JETTY.setLevel(Level.WARNING);
    return JettySession.open(preparation, options, listener);
  }
}
