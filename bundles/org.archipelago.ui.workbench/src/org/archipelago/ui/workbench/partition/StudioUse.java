package org.archipelago.ui.workbench.partition;

import java.nio.file.Path;
import java.util.Optional;
import org.archipelago.ui.common.Questions;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.editor.ExperimentInput;
import org.archipelago.ui.workbench.editor.FileInput;
import org.archipelago.ui.workbench.partition.StudioInput.Origin;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;

/** Lets the experiment that a partition was made for use it. */
final class StudioUse {

  private StudioUse() {}

  /** Asks whether the experiment should use the manifest, unless it does already. */
  static void offer(IWorkbenchPage page, Origin origin, Path manifest) {
    Optional<ExperimentEditor> editor = editor(page, origin);
    if (editor.isEmpty()) {
      return;
    }
    Path folder = page.getWorkbenchWindow().getService(Workspace.class).experiments();
    String file = folder.relativize(manifest).toString().replace('\\', '/');
    boolean used = editor.get().value("partition.file").filter(file::equals).isPresent();
    if (!used
        && Questions.agreed(
            page.getWorkbenchWindow().getShell(),
            StudioMessages.use_title,
            NLS.bind(StudioMessages.use_question, manifest.getFileName(), origin.fileName()),
            StudioMessages.use_yes,
            StudioMessages.use_no)) {
      editor.get().choose("partition", "manifest", "file", file);
    }
  }

  /** The editor in which the experiment is open still. */
  private static Optional<ExperimentEditor> editor(IWorkbenchPage page, Origin origin) {
    for (IEditorReference reference : page.getEditorReferences()) {
      IEditorPart part = reference.getEditor(false);
      if (part instanceof ExperimentEditor editor && isOf(editor.input(), origin)) {
        return Optional.of(editor);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(ExperimentInput input, Origin origin) {
    return origin.file().isPresent()
        ? input instanceof FileInput file && origin.file().get().equals(file.file())
        : input.fileName().equals(origin.fileName());
  }
}
