package org.archipelago.ui.workbench.partition;

import java.util.Optional;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.widgets.Event;

/** The matrix by mouse: choosing, painting, dragging rows from client to client, scrolling and zooming. */
final class MatrixMouse {

  private static final int LINES = 3;
  private static final int SLOP = 4;
  private static final double ZOOM = 1.15;

  /** What the button that is held does. */
  private enum Held { NOTHING, CHOOSING, PAINTING, DRAGGING }

  private final MatrixCanvas canvas;
  private final MatrixGestures gestures;
  private Held held = Held.NOTHING;
  private Event pressed;
  private boolean moved;
  private Cell lastDab;

  MatrixMouse(MatrixCanvas canvas, MatrixGestures gestures) {
    this.canvas = canvas;
    this.gestures = gestures;
  }

  void attach() {
    canvas.addListener(SWT.MouseDown, this::press);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseUp, this::release);
    canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
    canvas.addListener(SWT.MouseVerticalWheel, this::turn);
    canvas.addListener(SWT.MouseExit, event -> canvas.setToolTipText(null));
  }

  private void press(Event event) {
    canvas.setFocus();
    MatrixView view = canvas.view();
    if (view == null) {
      return;
    }
    pressed = event;
    moved = false;
    Optional<Integer> row = canvas.geometry().rowAt(event.y);
    Optional<Cell> cell = canvas.cellAt(event.x, event.y);
    if (canvas.geometry().overNames(event.x) && row.isPresent()) {
      chooseRow(row.get(), event);
    } else if (cell.isPresent() && event.button == 1) {
      pressCell(cell.get(), event);
    } else if (cell.isPresent() && !isChosen(cell.get())) {
      canvas.select(MatrixSelection.of(cell.get())); // where the menu opens
    }
  }

  private boolean isChosen(Cell cell) {
    return canvas.selection() != null && canvas.selection().contains(cell);
  }

  private void pressCell(Cell cell, Event event) {
    if (gestures.paints()) {
      held = Held.PAINTING;
      lastDab = null;
      dab(cell, event);
    } else if ((event.stateMask & SWT.SHIFT) != 0 && canvas.selection() != null) {
      held = Held.CHOOSING;
      canvas.select(canvas.selection().to(cell, canvas.view()));
    } else if ((event.stateMask & SWT.MOD1) != 0 && canvas.selection() != null && cell.client() != Draft.NOBODY) {
      canvas.select(canvas.selection().toggled(cell.client()));
    } else {
      held = Held.DRAGGING;
      if (!isChosen(cell)) {
        canvas.select(MatrixSelection.of(cell));
      }
    }
  }

  private void chooseRow(int row, Event event) {
    int client = row == Draft.NOBODY ? Draft.NOBODY : canvas.view().client(row);
    MatrixSelection now = canvas.selection();
    int last = canvas.view().classes() - 1;
    if (event.button == 3 && now != null && now.clients().contains(client)) {
      return;
    }
    if (now != null && (event.stateMask & SWT.SHIFT) != 0) {
      Cell anchor = new Cell(now.anchor().client(), 0);
      canvas.select(MatrixSelection.of(anchor).to(new Cell(client, last), canvas.view()));
    } else if (now != null && (event.stateMask & SWT.MOD1) != 0) {
      canvas.select(now.wholeRows(last + 1).toggled(client));
    } else {
      canvas.select(MatrixSelection.row(client, last + 1));
      held = event.button == 1 ? Held.DRAGGING : Held.NOTHING;
    }
  }

  private void move(Event event) {
    if (canvas.view() == null) {
      return;
    }
    boolean far = pressed != null && Math.abs(event.x - pressed.x) + Math.abs(event.y - pressed.y) > SLOP;
    moved |= far;
    Optional<Cell> cell = canvas.cellAt(event.x, event.y);
    switch (held) {
      case PAINTING -> cell.ifPresent(over -> dab(over, event));
      case CHOOSING -> cell.ifPresent(over -> canvas.select(canvas.selection().to(over, canvas.view())));
      case DRAGGING -> drag(event);
      default -> explain(event, cell);
    }
  }

  private void drag(Event event) {
    Optional<Integer> target = target(event);
    boolean possible = moved && target.isPresent();
    int label = canvas.selection().cursor().label();
    canvas.mark(possible ? new Cell(target.get(), label) : null);
    cursor(moved ? possible ? SWT.CURSOR_HAND : SWT.CURSOR_NO : SWT.CURSOR_ARROW);
    target.filter(there -> moved).ifPresent(client ->
        gestures.hold(canvas.selection(), client, (event.stateMask & SWT.SHIFT) != 0));
  }

  /** The client under the pointer to which what is chosen could go. */
  private Optional<Integer> target(Event event) {
    return canvas.geometry().rowAt(event.y)
        .map(row -> row == Draft.NOBODY ? Draft.NOBODY : canvas.view().client(row))
        .filter(client -> !canvas.selection().clients().contains(client));
  }

  private void dab(Cell cell, Event event) {
    if (!cell.equals(lastDab)) {
      lastDab = cell;
      gestures.dab(cell, (event.stateMask & SWT.SHIFT) != 0);
    }
  }

  private void release(Event event) {
    Held ended = held;
    held = Held.NOTHING;
    canvas.mark(null);
    cursor(SWT.CURSOR_ARROW);
    if (ended == Held.PAINTING) {
      gestures.lift();
    } else if (ended == Held.DRAGGING && moved) {
      target(event).ifPresent(client ->
          gestures.drop(canvas.selection(), client, (event.stateMask & SWT.SHIFT) != 0));
    } else if (ended == Held.DRAGGING && !canvas.geometry().overNames(event.x)) {
      canvas.cellAt(event.x, event.y).ifPresent(cell -> canvas.select(MatrixSelection.of(cell)));
    }
    pressed = null;
  }

  private void doubleClick(Event event) {
    held = Held.NOTHING;
    if (event.button != 1 || canvas.view() == null || gestures.paints()) {
      return;
    }
    Optional<Integer> row = canvas.geometry().rowAt(event.y);
    if (canvas.geometry().overNames(event.x) && row.filter(found -> found >= 0).isPresent()) {
      gestures.rename(canvas.view().client(row.get()));
    } else if (canvas.cellAt(event.x, event.y).isPresent()) {
      canvas.edit("");
    }
  }

  private void turn(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0) {
      canvas.zoom(event.count > 0 ? ZOOM : 1 / ZOOM, event.y);
    } else if (canvas.view() != null) {
      MatrixGeometry now = canvas.geometry();
      canvas.scrollTo(now.left(), now.top() - event.count * LINES * now.line() / 2.0);
    }
    event.doit = false;
  }

  private void explain(Event event, Optional<Cell> cell) {
    MatrixView view = canvas.view();
    Optional<Integer> row = canvas.geometry().rowAt(event.y);
    String words =
        cell.map(found -> MatrixWords.of(view, found))
            .or(() -> row.filter(found -> found >= 0).map(found -> MatrixWords.ofClient(view, view.client(found))))
            .orElse(null);
    if (words == null ? canvas.getToolTipText() != null : !words.equals(canvas.getToolTipText())) {
      canvas.setToolTipText(words);
    }
    cursor(gestures.paints() && cell.isPresent() ? SWT.CURSOR_CROSS : SWT.CURSOR_ARROW);
  }

  private void cursor(int shape) {
    Cursor cursor = canvas.getDisplay().getSystemCursor(shape);
    if (canvas.getCursor() != cursor) {
      canvas.setCursor(cursor);
    }
  }
}
