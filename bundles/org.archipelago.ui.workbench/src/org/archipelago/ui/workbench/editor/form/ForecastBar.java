package org.archipelago.ui.workbench.editor.form;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Language;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.engine.Forecast;
import org.archipelago.results.Format;
import org.archipelago.results.RecordedWords;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.common.Palette;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What the run would be like, in one line: privacy after the last round, bytes, and time. */
public final class ForecastBar extends Composite {

  private static final String BETWEEN = "\u00a0\u00a0·  ";

  private final Label words;

  public ForecastBar(Composite parent) {
    super(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(8, 8, 0, 5).spacing(6, 0).applyTo(this);
    Label icon = new Label(this, SWT.NONE);
    icon.setImage(Icons.CHART.image());
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
    words = new Label(this, SWT.WRAP);
    words.setData("forecast", Boolean.TRUE);
    GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(words);
    waiting();
  }

  /** A forecast is being made. */
  public void waiting() {
    set(Messages.Forecast_waiting, true);
  }

  /** There is none, since the experiment can't run. */
  public void impossible() {
    set(Messages.Forecast_impossible, true);
  }

  public void show(Forecast forecast) {
    List<String> parts = new ArrayList<>();
    parts.add(rounds(forecast));
    forecast.privacy().ifPresent(privacy -> parts.add(epsilon(privacy)));
    parts.add(
        NLS.bind(
            Messages.Forecast_bytes,
            new Object[] {
              Format.bytes(forecast.bytesUp()),
              Format.bytes(forecast.bytesDown()),
              Format.bytes(forecast.totalBytes())
            }));
    parts.add(NLS.bind(Messages.Forecast_time, Format.duration(forecast.totalSeconds())));
    parts.add(NLS.bind(Messages.Forecast_memory, Format.bytes(forecast.memory().total())));
    set(String.join(BETWEEN, parts), false);
    words.setToolTipText(Messages.Forecast_toolTip);
  }

  private static String rounds(Forecast forecast) {
    return forecast.rounds() < forecast.roundsAsked()
        ? NLS.bind(Messages.Forecast_budgetEnds, forecast.rounds(), forecast.roundsAsked())
        : NLS.bind(Messages.Forecast_rounds, forecast.rounds());
  }

  private static String epsilon(PrivacyStatus privacy) {
    String epsilon = Format.epsilon(privacy.epsilon());
    String spent =
        privacy.budget().isPresent()
            ? NLS.bind(Messages.Forecast_epsilonOf, epsilon, Format.plain(privacy.budget().getAsDouble()))
            : NLS.bind(Messages.Forecast_epsilon, epsilon);
    return NLS.bind(
        Messages.Forecast_stamped,
        new Object[] {
          spent,
          Hints.plain(privacy.delta()),
          RecordedWords.stamp(privacy.noise(), Language.current())
        });
  }

  private void set(String text, boolean quiet) {
    Layouts.setText(words, text);
    if (quiet) {
      Palette.QUIET.applyTo(words);
    } else {
      Palette.clear(words);
    }
  }
}
