package org.archipelago.ui.workbench.editor;

import java.util.List;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorActionBarContributor;
import org.eclipse.ui.texteditor.ITextEditor;

/** Lets the Edit menu act on the text in the editor. */
public final class ExperimentEditorActions extends EditorActionBarContributor {

  private static final List<String> ACTIONS =
      List.of(
          ActionFactory.UNDO.getId(),
          ActionFactory.REDO.getId(),
          ActionFactory.CUT.getId(),
          ActionFactory.COPY.getId(),
          ActionFactory.PASTE.getId(),
          ActionFactory.DELETE.getId(),
          ActionFactory.SELECT_ALL.getId(),
          ActionFactory.FIND.getId());

  @Override
  public void setActiveEditor(IEditorPart part) {
    IActionBars bars = getActionBars();
    if (part instanceof ITextEditor editor) {
      ACTIONS.forEach(id -> bars.setGlobalActionHandler(id, editor.getAction(id)));
      bars.updateActionBars();
    }
  }
}
