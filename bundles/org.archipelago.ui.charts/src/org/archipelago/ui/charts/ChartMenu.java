package org.archipelago.ui.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archipelago.charts.ChartRenderer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Copies or saves a chart, as large as it stands on the screen. */
final class ChartMenu {

  private final ChartCanvas canvas;

  /** Writes a picture to a file. */
  private interface Writer {
    void write(Path file) throws IOException;
  }

  ChartMenu(ChartCanvas canvas) {
    this.canvas = canvas;
  }

  void attach() {
    Menu menu = new Menu(canvas);
    item(menu, Messages.Chart_copy, this::copy);
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, Messages.Chart_saveAsPng, () -> save("png", this::writePng));
    item(menu, Messages.Chart_saveAsSvg, () -> save("svg", this::writeSvg));
    menu.addMenuListener(MenuListener.menuShownAdapter(event -> {
      for (MenuItem item : menu.getItems()) {
        item.setEnabled(canvas.picture() != null);
      }
    }));
    canvas.setMenu(menu);
  }

  private static void item(Menu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
  }

  private void copy() {
    Clipboard clipboard = new Clipboard(canvas.getDisplay());
    try {
      clipboard.setContents(
          new Object[] {canvas.picture()}, new Transfer[] {ImageTransfer.getInstance()});
    } finally {
      clipboard.dispose();
    }
  }

  private void save(String ending, Writer writer) {
    FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
    dialog.setText(Messages.Chart_saveTitle);
    dialog.setFilterExtensions(new String[] {"*." + ending});
    dialog.setFileName(canvas.spec().title().replaceAll("[^\\p{L}\\p{N}]+", "-") + "." + ending);
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen == null) {
      return;
    }
    try {
      writer.write(Path.of(chosen));
    } catch (IOException e) {
      MessageDialog.openError(
          canvas.getShell(),
          Messages.Chart_saveTitle,
          NLS.bind(Messages.Chart_cannotSave, chosen, e.getMessage()));
    }
  }

  private void writePng(Path file) throws IOException {
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {canvas.picture()};
    try (var out = Files.newOutputStream(file)) {
      loader.save(out, SWT.IMAGE_PNG);
    }
  }

  private void writeSvg(Path file) throws IOException {
    Point size = canvas.getSize();
    String svg = ChartRenderer.svg(canvas.spec(), size.x, size.y, canvas.theme());
    Files.writeString(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg);
  }
}
