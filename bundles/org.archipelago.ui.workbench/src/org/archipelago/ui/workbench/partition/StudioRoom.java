package org.archipelago.ui.workbench.partition;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Gives the studio the whole window where there is little room, as a double-click on its tab does; until it is closed. */
final class StudioRoom {

  private static final int ENOUGH = 1000;

  private StudioRoom() {}

  static void take(IWorkbenchPage page, IEditorPart editor) {
    IWorkbenchPartReference reference = page.getReference(editor);
    boolean small = page.getWorkbenchWindow().getShell().getSize().x / 2 < ENOUGH;
    if (!small || page.getPartState(reference) == IWorkbenchPage.STATE_MAXIMIZED) {
      return;
    }
    page.setPartState(reference, IWorkbenchPage.STATE_MAXIMIZED);
    page.addPartListener(new IPartListener2() {
      @Override
      public void partClosed(IWorkbenchPartReference closed) {
        if (closed == reference) {
          page.removePartListener(this);
          page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> giveBack(page));
        }
      }
    });
  }

  /** Where editors of another kind are left; where none is, the workbench does it by itself. */
  private static void giveBack(IWorkbenchPage page) {
    IEditorPart left = page.getActiveEditor();
    boolean editor = left != null && !(left instanceof StudioEditor);
    if (editor && page.getPartState(page.getReference(left)) == IWorkbenchPage.STATE_MAXIMIZED) {
      page.setPartState(page.getReference(left), IWorkbenchPage.STATE_RESTORED);
    }
  }
}
