package org.archipelago.ui.workbench.editor;

import java.util.List;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorActionBarContributor;

/** Lets the Edit menu act on the text in the editor, or on the field that has the focus. */
public final class ExperimentEditorActions extends EditorActionBarContributor {

  private static final List<String> ON_EVERY_PAGE =
      List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId());

  private static final List<String> ON_SOURCE =
      List.of(
          ActionFactory.CUT.getId(),
          ActionFactory.COPY.getId(),
          ActionFactory.PASTE.getId(),
          ActionFactory.DELETE.getId(),
          ActionFactory.SELECT_ALL.getId(),
          ActionFactory.FIND.getId());

  @Override
  public void setActiveEditor(IEditorPart part) {
    IActionBars bars = getActionBars();
    if (part instanceof ExperimentEditor editor) {
      ON_EVERY_PAGE.forEach(id -> bars.setGlobalActionHandler(id, editor.getAction(id)));
      boolean source = editor.isSourceShown();
      ON_SOURCE.forEach(id -> bars.setGlobalActionHandler(id, source ? editor.getAction(id) : null));
      bars.updateActionBars();
    }
  }
}
