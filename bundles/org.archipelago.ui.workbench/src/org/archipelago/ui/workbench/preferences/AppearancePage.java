package org.archipelago.ui.workbench.preferences;

import java.util.EnumMap;
import java.util.Map;
import org.archipelago.ui.workbench.HelpContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Light, dark, or as the system is; takes effect at once. */
public final class AppearancePage extends PreferencePage implements IWorkbenchPreferencePage {

  private final Map<Appearance, Button> buttons = new EnumMap<>(Appearance.class);

  @Override
  public void init(IWorkbench workbench) {}

  @Override
  public void createControl(Composite parent) {
    super.createControl(parent);
    HelpContext.set(getControl(), "preferences");
  }

  @Override
  protected Control createContents(Composite parent) {
    Composite content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(content);
    Group group = new Group(content, SWT.NONE);
    group.setText(PreferenceMessages.appearance_theme);
    GridLayoutFactory.swtDefaults().applyTo(group);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
    add(group, Appearance.SYSTEM, PreferenceMessages.appearance_system);
    add(group, Appearance.LIGHT, PreferenceMessages.appearance_light);
    add(group, Appearance.DARK, PreferenceMessages.appearance_dark);
    select(Appearance.chosen());
    return content;
  }

  private void add(Composite group, Appearance appearance, String text) {
    Button button = new Button(group, SWT.RADIO);
    button.setText(text);
    buttons.put(appearance, button);
  }

  private void select(Appearance chosen) {
    buttons.forEach((appearance, button) -> button.setSelection(appearance == chosen));
  }

  @Override
  protected void performDefaults() {
    select(Appearance.SYSTEM);
    super.performDefaults();
  }

  @Override
  public boolean performOk() {
    buttons.forEach((appearance, button) -> {
      if (button.getSelection() && appearance != Appearance.chosen()) {
        appearance.choose();
      }
    });
    return true;
  }
}
