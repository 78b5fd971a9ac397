package org.archipelago.ui.workbench.run;

import java.util.function.BiConsumer;
import org.archipelago.core.Experiment;
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
    RunService runs = page.getWorkbenchWindow().getService(RunService.class);
    ifFreeOfMistakes(
        page,
        editor,
        (experiment, text) ->
            RunOpener.show(page, runs.start(experiment, text, origin(editor.input()))));
  }

  /**
   * Checks what an editor shows; does something with it, on the UI thread, or shows its first mistake.
   * Call it on the UI thread; it returns at once.
   *
   * @param then takes the experiment and its text
   */
  public static void ifFreeOfMistakes(
      IWorkbenchPage page, ExperimentEditor editor, BiConsumer<Experiment, String> then) {
    Workspace workspace = editor.getSite().getService(Workspace.class);
    Display display = editor.getSite().getShell().getDisplay();
    String text = editor.text();
    String fileName = editor.input().fileName();
    Job.create(Messages.Run_checking, (ICoreRunnable) monitor -> {
      ReadResult result = workspace.read(text, fileName);
      display.asyncExec(() -> useOrReveal(page, editor, text, result, then));
    }).schedule();
  }

  /** What a run of that input is started from, as in {@link RunOrigins}. */
  public static String origin(ExperimentInput input) {
    return input instanceof SampleInput sample ? RunOrigins.sample(sample.id()) : input.fileName();
  }

  private static void useOrReveal(
      IWorkbenchPage page,
      ExperimentEditor editor,
      String text,
      ReadResult result,
      BiConsumer<Experiment, String> then) {
    if (result.experiment().isPresent()) {
      then.accept(result.experiment().get(), text);
    } else if (editor.text().equals(text)) {
      reveal(page, editor, result);
    }
  }

  /** Brings an editor to the front, at the first of the mistakes that were found. */
  public static void reveal(IWorkbenchPage page, ExperimentEditor editor, ReadResult result) {
    page.activate(editor);
    editor.show(result);
    editor.reveal(result.problems().getFirst());
  }
}
