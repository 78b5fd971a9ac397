package org.archipelago.ui.workbench.session;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.engine.Preparation;
import org.archipelago.engine.RunRequest;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionListener;
import org.archipelago.engine.SessionOptions;
import org.archipelago.engine.SessionService;
import org.archipelago.ui.workbench.Workspace;

/**
 * Reads an experiment's data and opens a session for it.
 *
 * @param service finds the service that opens sessions, if there is one
 */
record SessionOpener(Workspace workspace, Supplier<Optional<SessionService>> service) {

  Session open(
      SessionRequest request,
      SessionOptions options,
      SessionListener listener,
      ProgressListener progress)
      throws IOException {
    SessionService opens =
        service.get()
            .orElseThrow(
                () -> new InvalidInputException(Problem.atField("session", SessionMessages.noService)));
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    Preparation preparation =
        Preparation.of(
            new RunRequest(request.experiment(), request.text(), workspace.experiments(), threads),
            workspace.catalog(),
            progress);
    progress.progress(SessionMessages.opening, 1, 1);
    return opens.open(preparation, options, listener);
  }
}
