package org.archipelago.ui.workbench.editor;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.eclipse.ui.texteditor.AbstractTextEditor;

/** Where the editor's settings are kept; by default it takes the system's colours. */
final class EditorPreferences {

  private EditorPreferences() {}

  static IPreferenceStore store() {
    IPreferenceStore store =
        new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.archipelago.ui.workbench");
    store.setDefault(AbstractTextEditor.PREFERENCE_COLOR_FOREGROUND_SYSTEM_DEFAULT, true);
    store.setDefault(AbstractTextEditor.PREFERENCE_COLOR_BACKGROUND_SYSTEM_DEFAULT, true);
    store.setDefault(AbstractTextEditor.PREFERENCE_COLOR_SELECTION_FOREGROUND_SYSTEM_DEFAULT, true);
    store.setDefault(AbstractTextEditor.PREFERENCE_COLOR_SELECTION_BACKGROUND_SYSTEM_DEFAULT, true);
    store.setDefault(AbstractTextEditor.PREFERENCE_RULER_CONTRIBUTIONS, "");
    store.setDefault(AbstractTextEditor.PREFERENCE_WORD_WRAP_ENABLED, true);
    return store;
  }
}
