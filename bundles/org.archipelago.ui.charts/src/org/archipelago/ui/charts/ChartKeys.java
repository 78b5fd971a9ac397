package org.archipelago.ui.charts;

import org.archipelago.charts.ChartFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** A chart by keyboard. The same keys stand in its context menu. */
final class ChartKeys {

  private final ChartCanvas canvas;
  private final Crosshair crosshair;
  private final ChartCommands commands;

  ChartKeys(ChartCanvas canvas, Crosshair crosshair, ChartCommands commands) {
    this.canvas = canvas;
    this.crosshair = crosshair;
    this.commands = commands;
  }

  void attach() {
    canvas.addListener(SWT.KeyDown, this::press);
    canvas.addListener(SWT.Traverse, event ->
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
  }

  private void press(Event event) {
    boolean ctrl = (event.stateMask & SWT.MOD1) != 0;
    boolean alt = (event.stateMask & SWT.ALT) != 0;
    if (!alt) {
      event.doit = !(ctrl ? pressWithControl(event) : move(event.keyCode) || press(event.character));
    }
  }

  private boolean pressWithControl(Event event) {
    boolean shift = (event.stateMask & SWT.SHIFT) != 0;
    switch (event.keyCode) {
      case 'c' -> copy(shift);
      case SWT.ARROW_LEFT -> crosshair.step(-1);
      case SWT.ARROW_RIGHT -> crosshair.step(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void copy(boolean numbers) {
    if (numbers) {
      commands.copyNumbers();
    } else {
      commands.copyPicture();
    }
  }

  private boolean move(int key) {
    switch (key) {
      case SWT.ARROW_LEFT -> commands.pan(-1, 0);
      case SWT.ARROW_RIGHT -> commands.pan(1, 0);
      case SWT.ARROW_UP -> commands.pan(0, 1);
      case SWT.ARROW_DOWN -> commands.pan(0, -1);
      case SWT.HOME -> commands.showWhole();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean press(char character) {
    switch (Character.toLowerCase(character)) {
      case '+', '=' -> commands.zoomIn();
      case '-', '_' -> commands.zoomOut();
      case '0' -> commands.showWhole();
      case 'l' -> commands.toggleLogarithmic();
      case 's' -> commands.smoothMore();
      case 'p' -> commands.save(ChartFile.PNG);
      case 'v' -> commands.save(ChartFile.SVG);
      case 'n' -> commands.save(ChartFile.CSV);
      default -> {
        return false;
      }
    }
    return true;
  }
}
