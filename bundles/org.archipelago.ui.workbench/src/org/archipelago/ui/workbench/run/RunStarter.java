package org.archipelago.ui.workbench.run;

import org.archipelago.store.experiment.ReadResult;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.editor.ExperimentInput;
import org.archipelago.ui.workbench.editor.SampleInput;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;

/** Starts what an editor shows, as it stands, if it is free of mistakes; else shows the first of them. */
public final class RunStarter {

  private RunStarter() {}

  /** Call it on the UI thread; it returns at once. */
  public static void start(IWorkbenchPage page, ExperimentEditor editor) {
    Workspace workspace = editor.getSite().getService(Workspace.class);
    Display display = editor.getSite().getShell().getDisplay();
    String text = editor.text();
    String fileName = editor.input().fileName();
    Job.create(Messages.Run_checking, (ICoreRunnable) monitor -> {
      ReadResult result = workspace.read(text, fileName);
      display.asyncExec(() -> startOrReveal(page, editor, text, result));
    }).schedule();
  }

  private static String origin(ExperimentInput input) {
    return input instanceof SampleInput sample ? RunOrigins.sample(sample.id()) : input.fileName();
  }

  private static void startOrReveal(
      IWorkbenchPage page, ExperimentEditor editor, String text, ReadResult result) {
    if (result.experiment().isPresent()) {
      RunService runs = page.getWorkbenchWindow().getService(RunService.class);
      RunOpener.show(page, runs.start(result.experiment().get(), text, origin(editor.input())));
    } else if (editor.text().equals(text)) {
      page.activate(editor);
      editor.show(result);
      editor.reveal(result.problems().getFirst());
    }
  }
}
