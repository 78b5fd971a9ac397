package org.archipelago.ui.workbench.preferences;

import org.archipelago.results.Format;
import org.archipelago.ui.charts.ChartSettings;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.osgi.util.NLS;

/** How charts are looked at first. */
public final class ChartsPage extends SettingsPage {

  public ChartsPage() {
    super(ChartSettings.store());
  }

  @Override
  protected void createFieldEditors() {
    String[][] strengths =
        ChartSettings.STRENGTHS.stream()
            .map(weight -> new String[] {label(weight), Double.toString(weight)})
            .toArray(String[][]::new);
    addField(
        new ComboFieldEditor(
            ChartSettings.SMOOTHING,
            PreferenceMessages.charts_smoothing,
            strengths,
            getFieldEditorParent()));
    note(PreferenceMessages.charts_smoothingNote);
  }

  private static String label(double weight) {
    return weight == 0
        ? PreferenceMessages.charts_smoothingNone
        : NLS.bind(PreferenceMessages.charts_smoothingAverage, Format.plain(weight));
  }
}
