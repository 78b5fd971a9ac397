package org.archipelago.ui.workbench.welcome;

import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Palette;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** A framed part of the Welcome page: a heading, and below it texts, links and buttons. */
final class Card extends Composite {

  private static final int MARGIN = 16;
  private static final int CORNER = 10;
  private static final int LEAST_TEXT_WIDTH = 180;

  Card(Composite parent, String heading) {
    super(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(5, 8).applyTo(this);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
    setBackgroundMode(SWT.INHERIT_FORCE);
    addPaintListener(event -> {
      Point size = getSize();
      event.gc.setAntialias(SWT.ON);
      event.gc.setForeground(Palette.LINE.on(this));
      event.gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, CORNER, CORNER);
    });
    Label label = new Label(this, SWT.NONE);
    label.setText(heading);
    Fonts.bold(label, 1);
  }

  Label text(String text, boolean quiet) {
    Label label = new Label(this, SWT.WRAP);
    label.setText(text);
    if (quiet) {
      Palette.QUIET.applyTo(label);
    }
    GridDataFactory.fillDefaults().grab(true, false).hint(LEAST_TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
    return label;
  }

  Link link(String text, Runnable action) {
    Link link = new Link(this, SWT.WRAP);
    link.setText(text);
    link.addListener(SWT.Selection, event -> action.run());
    GridDataFactory.fillDefaults().grab(true, false).hint(LEAST_TEXT_WIDTH, SWT.DEFAULT).applyTo(link);
    return link;
  }

  Button button(String text, Image image, Runnable action) {
    Button button = new Button(this, SWT.PUSH);
    button.setText(text);
    button.setImage(image);
    button.addListener(SWT.Selection, event -> action.run());
    return button;
  }
}
