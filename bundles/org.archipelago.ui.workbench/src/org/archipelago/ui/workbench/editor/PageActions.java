package org.archipelago.ui.workbench.editor;

import org.eclipse.ui.IEditorSite;

/** Keys and Edit menu of the editor's page in front: those of a text editor, or those of fields. */
final class PageActions {

  private static final String[] ON_FORMS = {"org.eclipse.ui.contexts.window"};
  private static final String[] ON_SOURCE = {
    "org.eclipse.ui.textEditorScope", "org.archipelago.ui.workbench.experimentContext"
  };

  private PageActions() {}

  @SuppressWarnings("deprecation") // the only way to the scopes that AbstractTextEditor has set
  static void use(ExperimentEditor editor) {
    IEditorSite site = editor.getEditorSite();
    site.getKeyBindingService().setScopes(editor.isSourceShown() ? ON_SOURCE : ON_FORMS);
    if (site.getActionBarContributor() instanceof ExperimentEditorActions actions) {
      actions.setActiveEditor(editor);
    }
  }
}
