package org.archipelago.ui.workbench.preferences;

import java.io.IOException;
import java.util.Arrays;
import org.archipelago.ui.common.Questions;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Language, and what is asked and shown when the program starts and ends. */
public final class GeneralPage extends SettingsPage {

  private static final String LANGUAGE = "language";

  private final PreferenceStore languageStore = new PreferenceStore();
  private final LanguageChoice atFirst = LanguageChoice.chosen();
  private ComboFieldEditor language;

  public GeneralPage() {
    super(Settings.store());
    languageStore.setDefault(LANGUAGE, LanguageChoice.SYSTEM.code());
    languageStore.setValue(LANGUAGE, atFirst.code());
  }

  @Override
  protected void createFieldEditors() {
    String[][] languages = {
      {PreferenceMessages.general_languageSystem, LanguageChoice.SYSTEM.code()},
      {"English", LanguageChoice.ENGLISH.code()},
      {"中文", LanguageChoice.CHINESE.code()}
    };
    language =
        new ComboFieldEditor(
            LANGUAGE, PreferenceMessages.general_language, languages, getFieldEditorParent());
    addField(language);
    note(PreferenceMessages.general_languageNote);
    flag(Settings.WELCOME_AT_START, PreferenceMessages.general_welcome);
    flag(Settings.ASK_BEFORE_CLOSING, PreferenceMessages.general_askBeforeClosing);
  }

  private void flag(String key, String label) {
    addField(new BooleanFieldEditor(key, label, getFieldEditorParent()));
  }

  @Override
  protected void initialize() {
    super.initialize();
    language.setPreferenceStore(languageStore);
    language.load();
  }

  @Override
  public boolean performOk() {
    super.performOk();
    String code = languageStore.getString(LANGUAGE);
    LanguageChoice chosen =
        Arrays.stream(LanguageChoice.values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    try {
      if (chosen != LanguageChoice.chosen()) {
        chosen.choose();
      }
      return true;
    } catch (IOException e) {
      setErrorMessage(NLS.bind(PreferenceMessages.general_languageFailed, e.getMessage()));
      return false;
    }
  }

  /** Once the preferences are closed, offers to restart if that is what another language waits for. */
  @Override
  public void dispose() {
    if (LanguageChoice.chosen() != atFirst) {
      PlatformUI.getWorkbench().getDisplay().asyncExec(GeneralPage::offerRestart);
    }
    super.dispose();
  }

  private static void offerRestart() {
    IWorkbench workbench = PlatformUI.getWorkbench();
    IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
    Shell shell = window == null ? null : window.getShell();
    boolean now =
        Questions.agreed(
            shell,
            PreferenceMessages.restart_title,
            PreferenceMessages.restart_question,
            PreferenceMessages.restart_now,
            PreferenceMessages.restart_later);
    if (now) {
      workbench.restart();
    }
  }
}
