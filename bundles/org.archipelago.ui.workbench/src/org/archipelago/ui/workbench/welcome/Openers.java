package org.archipelago.ui.workbench.welcome;

import java.nio.file.Path;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.editor.ExperimentInput;
import org.archipelago.ui.workbench.editor.FileInput;
import org.archipelago.ui.workbench.editor.SampleInput;
import org.archipelago.ui.workbench.run.RunStarter;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Opens experiments in the editor. */
public final class Openers {

  private Openers() {}

  /** Opens a sample; the user's copy comes into being when it is saved. */
  public static void open(IWorkbenchPage page, SampleExperiment sample) {
    open(page, new SampleInput(sample.id(), sample.title(), sample.text()));
  }

  /** Opens an experiment file. */
  public static void open(IWorkbenchPage page, Path file) {
    open(page, new FileInput(file));
  }

  /** Opens a sample and starts it. */
  static void run(IWorkbenchPage page, SampleExperiment sample) {
    open(page, sample);
    runOpened(page);
  }

  /** Starts the experiment in front. */
  public static void runOpened(IWorkbenchPage page) {
    if (page.getActiveEditor() instanceof ExperimentEditor editor) {
      RunStarter.start(page, editor);
    }
  }

  /** Opens an experiment. */
  public static void open(IWorkbenchPage page, ExperimentInput input) {
    try {
      page.openEditor(input, ExperimentEditor.ID);
    } catch (PartInitException e) {
      ErrorDialog.openError(
          page.getWorkbenchWindow().getShell(),
          WelcomeMessages.tab,
          NLS.bind(WelcomeMessages.cannotOpen, input.getName()),
          e.getStatus());
    }
  }
}
