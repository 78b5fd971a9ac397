package org.archipelago.ui.workbench.partition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.archipelago.partition.Manifest;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.editor.FileInput;
import org.archipelago.ui.workbench.partition.StudioInput.Origin;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Opens the partition studio. */
public final class StudioOpener {

  private static final String MANIFEST = "manifest";

  private StudioOpener() {}

  /** Opens the partition of the experiment in an editor, as it stands: the manifest that it names, if it does. */
  public static void open(IWorkbenchPage page, ExperimentEditor editor) {
    Path folder = editor.getSite().getService(Workspace.class).experiments();
    Optional<Path> manifest =
        editor.value("partition.id").filter(MANIFEST::equals).flatMap(id -> editor.value("partition.file"))
            .map(folder::resolve)
            .filter(Files::isRegularFile);
    if (manifest.isPresent()) {
      open(page, manifest.get());
      return;
    }
    Optional<Path> file = editor.input() instanceof FileInput input ? Optional.of(input.file()) : Optional.empty();
    String name = editor.input().fileName();
    open(page, new StudioInput(
        free(folder, name.replaceFirst("\\.ya?ml$", "")),
        Optional.of(new Origin(editor.text(), name, file))));
  }

  /** A manifest of that name that is not there yet, but may be open already. */
  private static Path free(Path folder, String name) {
    Path file = folder.resolve(name + Manifest.ENDING);
    for (int number = 2; Files.exists(file); number++) {
      file = folder.resolve(name + "-" + number + Manifest.ENDING);
    }
    return file;
  }

  /** Opens a manifest. */
  public static void open(IWorkbenchPage page, Path manifest) {
    open(page, new StudioInput(manifest, Optional.empty()));
  }

  private static void open(IWorkbenchPage page, StudioInput input) {
    try {
      IEditorPart editor = page.openEditor(input, StudioEditor.ID);
      StudioRoom.take(page, editor);
    } catch (PartInitException e) {
      ErrorDialog.openError(
          page.getWorkbenchWindow().getShell(),
          StudioMessages.editor_title,
          NLS.bind(StudioMessages.editor_cannotOpen, input.getName()),
          e.getStatus());
    }
  }
}
