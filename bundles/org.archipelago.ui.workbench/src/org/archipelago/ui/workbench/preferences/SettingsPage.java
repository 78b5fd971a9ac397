package org.archipelago.ui.workbench.preferences;

import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.HelpContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** A page of fields with notes between them. */
abstract class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

  private static final int TEXT_WIDTH = 380;

  SettingsPage(IPreferenceStore store) {
    super(GRID);
    setPreferenceStore(store);
  }

  @Override
  public void init(IWorkbench workbench) {}

  @Override
  public void createControl(Composite parent) {
    super.createControl(parent);
    HelpContext.set(getControl(), "preferences");
  }

  /** Says something beneath the fields added so far. */
  final void note(String text) {
    Composite parent = getFieldEditorParent();
    Label label = new Label(parent, SWT.WRAP);
    label.setText(text);
    Palette.QUIET.applyTo(label);
    GridDataFactory.fillDefaults()
        .span(2, 1)
        .grab(true, false)
        .hint(TEXT_WIDTH, SWT.DEFAULT)
        .applyTo(label);
  }

  /** A number from 1. */
  final void number(String key, String label, int most) {
    IntegerFieldEditor field = new IntegerFieldEditor(key, label, getFieldEditorParent());
    field.setValidRange(1, most);
    field.setErrorMessage(label.replace("&", "") + " " + NLS.bind(PreferenceMessages.runs_range, most));
    addField(field);
  }
}
