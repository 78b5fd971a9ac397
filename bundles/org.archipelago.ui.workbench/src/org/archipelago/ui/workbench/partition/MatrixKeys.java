package org.archipelago.ui.workbench.partition;

import java.util.Optional;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The matrix by keyboard: the cursor's way, numbers typed into cells, and commands by their keys. */
final class MatrixKeys {

  private final MatrixCanvas canvas;
  private final MatrixGestures gestures;

  MatrixKeys(MatrixCanvas canvas, MatrixGestures gestures) {
    this.canvas = canvas;
    this.gestures = gestures;
  }

  void attach() {
    canvas.addListener(SWT.KeyDown, this::press);
    canvas.addListener(SWT.Traverse, event ->
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
  }

  private void press(Event event) {
    if (canvas.view() == null || canvas.selection() == null) {
      return;
    }
    int modifiers = event.stateMask & SWT.MODIFIER_MASK;
    Optional<Cell> next = next(event.keyCode, (modifiers & SWT.MOD1) != 0);
    if (next.isPresent() && (modifiers & SWT.ALT) == 0) {
      boolean extending = (modifiers & SWT.SHIFT) != 0;
      canvas.select(
          extending ? canvas.selection().to(next.get(), canvas.view()) : MatrixSelection.of(next.get()));
      event.doit = false;
    } else if (modifiers == 0 && event.character >= '0' && event.character <= '9') {
      canvas.edit(Character.toString(event.character));
      event.doit = false;
    } else if (modifiers == 0 && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)) {
      canvas.edit("");
      event.doit = false;
    } else {
      event.doit = !gestures.press(event.keyCode, event.character, modifiers);
    }
  }

  /** Where a key leads from the cursor; the reserve lies below the last client. */
  private Optional<Cell> next(int key, boolean far) {
    MatrixView view = canvas.view();
    Cell now = canvas.selection().cursor();
    int row = now.client() == Draft.NOBODY ? view.rows() : view.rowOf(now.client());
    int page = Math.max(1, (int) (canvas.geometry().body() / canvas.geometry().row()) - 1);
    int lastLabel = view.classes() - 1;
    return switch (key) {
      case SWT.ARROW_UP -> cell(far ? 0 : row - 1, now.label());
      case SWT.ARROW_DOWN -> cell(far ? view.rows() - 1 : row + 1, now.label());
      case SWT.ARROW_LEFT -> cell(row, far ? 0 : Math.max(0, now.label() - 1));
      case SWT.ARROW_RIGHT -> cell(row, far ? lastLabel : Math.min(lastLabel, now.label() + 1));
      case SWT.PAGE_UP -> far ? Optional.empty() : cell(row - page, now.label());
      case SWT.PAGE_DOWN -> far ? Optional.empty() : cell(Math.min(row + page, view.rows() - 1), now.label());
      case SWT.HOME -> cell(far ? 0 : row, 0);
      case SWT.END -> cell(far ? view.rows() - 1 : row, lastLabel);
      default -> Optional.empty();
    };
  }

  private Optional<Cell> cell(int row, int label) {
    MatrixView view = canvas.view();
    int bounded = Math.clamp(row, view.rows() == 0 ? view.rows() : 0, view.rows());
    return Optional.of(new Cell(bounded == view.rows() ? Draft.NOBODY : view.client(bounded), label));
  }
}
