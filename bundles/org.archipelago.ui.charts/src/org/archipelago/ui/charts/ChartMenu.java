package org.archipelago.ui.charts;

import org.archipelago.charts.ChartFile;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartView;
import org.archipelago.results.Format;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Everything that can be done with a chart, with its keys; filled anew whenever it opens. */
final class ChartMenu {

  private static final int MOST_CURVES = 25;

  private final ChartCanvas canvas;
  private final ChartCommands commands;

  ChartMenu(ChartCanvas canvas, ChartCommands commands) {
    this.canvas = canvas;
    this.commands = commands;
  }

  void attach() {
    Menu menu = new Menu(canvas);
    menu.addMenuListener(MenuListener.menuShownAdapter(event -> fill(menu)));
    canvas.setMenu(menu);
  }

  private void fill(Menu menu) {
    for (MenuItem item : menu.getItems()) {
      item.dispose();
    }
    if (canvas.spec() == null || canvas.picture() == null) {
      item(menu, SWT.PUSH, Messages.Chart_notDrawn, "", () -> { }).setEnabled(false);
      return;
    }
    ChartSpec spec = canvas.spec();
    ChartView view = canvas.view();
    item(menu, SWT.PUSH, Messages.Chart_zoomIn, "+", commands::zoomIn);
    MenuItem out = item(menu, SWT.PUSH, Messages.Chart_zoomOut, "-", commands::zoomOut);
    MenuItem whole = item(menu, SWT.PUSH, Messages.Chart_whole, "0", commands::showWhole);
    out.setEnabled(view.window().isPresent());
    whole.setEnabled(view.window().isPresent());
    new MenuItem(menu, SWT.SEPARATOR);
    MenuItem log = item(menu, SWT.CHECK, Messages.Chart_logarithmic, "L", commands::toggleLogarithmic);
    log.setSelection(view.isLogarithmic(spec));
    log.setEnabled(view.canBeLogarithmic(spec));
    fillSmoothing(submenu(menu, Messages.Chart_smoothing));
    if (spec.legendNames().size() > 1) {
      fillCurves(submenu(menu, Messages.Chart_curves));
    }
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, SWT.PUSH, Messages.Chart_copyPicture, key(SWT.MOD1), commands::copyPicture);
    item(menu, SWT.PUSH, Messages.Chart_copyNumbers, key(SWT.MOD1 | SWT.MOD2), commands::copyNumbers);
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, SWT.PUSH, Messages.Chart_saveAsPng, "P", () -> commands.save(ChartFile.PNG));
    item(menu, SWT.PUSH, Messages.Chart_saveAsSvg, "V", () -> commands.save(ChartFile.SVG));
    item(menu, SWT.PUSH, Messages.Chart_saveAsCsv, "N", () -> commands.save(ChartFile.CSV));
  }

  private void fillSmoothing(Menu menu) {
    for (double weight : ChartSettings.STRENGTHS) {
      String text =
          weight == 0 ? Messages.Chart_unsmoothed
              : NLS.bind(Messages.Chart_average, Format.plain(weight));
      item(menu, SWT.RADIO, text, "", () -> commands.smooth(weight))
          .setSelection(canvas.view().smoothing() == weight);
    }
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, SWT.PUSH, Messages.Chart_smoothMore, "S", commands::smoothMore);
  }

  private void fillCurves(Menu menu) {
    canvas.spec().legendNames().stream().limit(MOST_CURVES).forEach(name ->
        item(menu, SWT.CHECK, name.replace("&", "&&"), "", () -> commands.toggle(name))
            .setSelection(!canvas.view().hidden().contains(name)));
  }

  private static Menu submenu(Menu menu, String text) {
    MenuItem item = new MenuItem(menu, SWT.CASCADE);
    item.setText(text);
    Menu submenu = new Menu(menu);
    item.setMenu(submenu);
    return submenu;
  }

  private static MenuItem item(Menu menu, int style, String text, String key, Runnable action) {
    MenuItem item = new MenuItem(menu, style);
    item.setText(key.isEmpty() ? text : text + "\t" + key);
    item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
      if (style != SWT.RADIO || item.getSelection()) {
        action.run();
      }
    }));
    return item;
  }

  private static String key(int modifiers) {
    return SWTKeySupport.getKeyFormatterForPlatform().format(KeyStroke.getInstance(modifiers, 'C'));
  }
}
