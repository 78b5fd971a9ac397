package org.archipelago.ui.workbench.session;

import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.run.RunStarter;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a session for the experiment in the editor. */
public final class OpenSessionHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    IWorkbenchPage page = window.getActivePage();
    if (page.getActiveEditor() instanceof ExperimentEditor editor) {
      Sessions sessions = window.getService(Sessions.class);
      String origin = RunStarter.origin(editor.input());
      RunStarter.ifFreeOfMistakes(
          page,
          editor,
          (experiment, text) -> {
            SessionOpening opening =
                new SessionOpening(sessions, new SessionRequest(experiment, text, origin));
            if (new OpenSessionDialog(window.getShell(), opening).open() == Window.OK) {
              show(page);
            }
          });
    } else {
      MessageDialog.openInformation(
          window.getShell(), SessionMessages.nothing_title, SessionMessages.nothing_advice);
    }
    return null;
  }

  private static void show(IWorkbenchPage page) {
    try {
      page.showView(SessionView.ID);
    } catch (PartInitException e) {
      ILog.get().log(e.getStatus());
    }
  }
}
