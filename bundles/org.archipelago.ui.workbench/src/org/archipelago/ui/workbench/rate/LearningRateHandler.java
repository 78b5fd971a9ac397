package org.archipelago.ui.workbench.rate;

import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.run.RunStarter;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Tests learning rates for the experiment in the editor. */
public final class LearningRateHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    IWorkbenchPage page = window.getActivePage();
    if (page.getActiveEditor() instanceof ExperimentEditor editor) {
      RunStarter.ifFreeOfMistakes(
          page,
          editor,
          (experiment, text) ->
              new LearningRateDialog(window.getShell(), editor, experiment, text).open());
    } else {
      MessageDialog.openInformation(
          window.getShell(), RateMessages.nothing_title, RateMessages.nothing_advice);
    }
    return null;
  }
}
