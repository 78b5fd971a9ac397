package org.archipelago.ui.charts;

import java.util.List;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** How charts are looked at first, as it is set now. */
public final class ChartSettings {

  /** Key of the weight of the past in the moving average that charts show first. */
  public static final String SMOOTHING = "smoothing";

  /** Weights of the past from which the analyst can choose; 0 draws the values as they are. */
  public static final List<Double> STRENGTHS = List.of(0.0, 0.6, 0.9, 0.97);

  private static final IPreferenceStore STORE =
      new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.archipelago.ui.charts");

  static {
    STORE.setDefault(SMOOTHING, 0.0);
  }

  private ChartSettings() {}

  /** Where it is kept. */
  public static IPreferenceStore store() {
    return STORE;
  }

  static double smoothing() {
    double kept = STORE.getDouble(SMOOTHING);
    return STRENGTHS.contains(kept) ? kept : 0;
  }

  /** Calls back on changes until the owner is disposed. */
  static void onChange(Widget owner, Runnable changed) {
    IPropertyChangeListener listener =
        event -> owner.getDisplay().asyncExec(() -> {
          if (!owner.isDisposed()) {
            changed.run();
          }
        });
    STORE.addPropertyChangeListener(listener);
    owner.addDisposeListener(event -> STORE.removePropertyChangeListener(listener));
  }
}
