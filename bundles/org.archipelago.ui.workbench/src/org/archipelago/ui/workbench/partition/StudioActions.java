package org.archipelago.ui.workbench.partition;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorActionBarContributor;

/** Undo and redo of the Edit menu for the studio in front; they say what they do. */
public final class StudioActions extends EditorActionBarContributor {

  private final Step undo = new Step(StudioMessages.menu_undo, StudioMessages.menu_undoNothing, StudioModel::undo);
  private final Step redo = new Step(StudioMessages.menu_redo, StudioMessages.menu_redoNothing, StudioModel::redo);

  /** A step backward or forward. */
  private static final class Step extends Action {

    private final String text;
    private final String nothing;
    private final Consumer<StudioModel> step;
    private Optional<StudioModel> model = Optional.empty();

    Step(String text, String nothing, Consumer<StudioModel> step) {
      this.text = text;
      this.nothing = nothing;
      this.step = step;
      setText(nothing);
      setEnabled(false);
    }

    void show(Optional<StudioModel> now, Optional<String> name) {
      model = now;
      setText(name.map(what -> NLS.bind(text, what.replace("&", "&&"))).orElse(nothing));
      setEnabled(name.isPresent());
    }

    @Override
    public void run() {
      model.ifPresent(step);
    }
  }

  @Override
  public void setActiveEditor(IEditorPart part) {
    if (part instanceof StudioEditor editor) {
      getActionBars().setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
      getActionBars().setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
      update(editor);
      getActionBars().updateActionBars();
    }
  }

  /** Says what the steps of that editor would be. */
  void update(StudioEditor editor) {
    if (getPage().getActiveEditor() == editor) {
      undo.show(editor.model(), editor.model().flatMap(StudioModel::undoName));
      redo.show(editor.model(), editor.model().flatMap(StudioModel::redoName));
    }
  }
}
