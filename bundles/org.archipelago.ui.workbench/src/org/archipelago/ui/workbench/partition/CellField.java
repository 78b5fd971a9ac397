package org.archipelago.ui.workbench.partition;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** A field that lies over a cell while its count is typed. Enter and leaving it take the number, Escape does not. */
final class CellField {

  private static final int WIDTH = 68;

  private final Composite canvas;
  private Text text;
  private Consumer<String> typed;

  CellField(Composite canvas) {
    this.canvas = canvas;
  }

  /** @param whole whether what is typed replaces what is there */
  void open(Rectangle cell, String begun, boolean whole, Consumer<String> then) {
    close();
    typed = then;
    text = new Text(canvas, SWT.SINGLE | SWT.RIGHT | SWT.BORDER);
    text.setText(begun);
    Point size = text.computeSize(Math.max(cell.width, WIDTH), SWT.DEFAULT);
    text.setBounds(
        Math.clamp(cell.x + (cell.width - size.x) / 2, 0, Math.max(0, canvas.getClientArea().width - size.x)),
        cell.y + (cell.height - size.y) / 2, size.x, size.y);
    if (whole) {
      text.selectAll();
    } else {
      text.setSelection(begun.length());
    }
    text.addListener(SWT.Verify, this::verify);
    text.addListener(SWT.Traverse, this::traverse);
    text.addListener(SWT.FocusOut, event -> take());
    text.setFocus();
  }

  private void verify(Event event) {
    event.doit = event.text.chars().allMatch(letter -> letter >= '0' && letter <= '9' || letter == ',');
  }

  private void traverse(Event event) {
    if (event.detail == SWT.TRAVERSE_RETURN) {
      event.doit = false;
      take();
      canvas.setFocus();
    } else if (event.detail == SWT.TRAVERSE_ESCAPE) {
      event.doit = false;
      close();
      canvas.setFocus();
    }
  }

  private void take() {
    if (text != null) {
      String number = text.getText();
      Consumer<String> then = typed;
      close();
      then.accept(number);
    }
  }

  void close() {
    Text old = text;
    text = null;
    if (old != null && !old.isDisposed()) {
      old.dispose();
    }
  }
}
