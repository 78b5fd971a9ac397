package org.archipelago.ui.workbench.experiments;

import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.run.RunStarter;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Runs the experiment in the editor, or what is selected in the Experiments view: that when it has the focus, or
 * when no experiment is open.
 */
public final class RunHandler extends AbstractHandler {

  static final String COMMAND = "org.archipelago.ui.workbench.start";

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    IWorkbenchPage page = window.getActivePage();
    boolean selected = page.findView(ExperimentsView.ID) instanceof ExperimentsView view && view.canRun();
    boolean inTree = page.getActivePart() instanceof ExperimentsView;
    if (selected && (inTree || !(page.getActiveEditor() instanceof ExperimentEditor))) {
      ((ExperimentsView) page.findView(ExperimentsView.ID)).run();
    } else if (page.getActiveEditor() instanceof ExperimentEditor editor) {
      RunStarter.start(page, editor);
    } else {
      MessageDialog.openInformation(
          window.getShell(), Messages.Run_nothingTitle, Messages.Run_nothingAdvice);
    }
    return null;
  }
}
