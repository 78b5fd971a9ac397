package org.archipelago.ui.workbench.run;

import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs the experiment in the editor. */
public final class RunHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    IWorkbenchPage page = window.getActivePage();
    if (page.getActiveEditor() instanceof ExperimentEditor editor) {
      RunStarter.start(page, editor);
    } else {
      MessageDialog.openInformation(
          window.getShell(), Messages.Run_nothingTitle, Messages.Run_nothingAdvice);
    }
    return null;
  }
}
