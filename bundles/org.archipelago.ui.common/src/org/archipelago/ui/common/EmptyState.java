package org.archipelago.ui.common;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Stands where there is nothing yet and says what to do about it. */
public final class EmptyState extends Composite {

  private static final int TEXT_WIDTH = 320;

  /** A title and a sentence in the middle of the parent. */
  public EmptyState(Composite parent, String title, String advice) {
    super(parent, SWT.NONE);
    setBackgroundMode(SWT.INHERIT_DEFAULT);
    GridLayoutFactory.fillDefaults().margins(16, 16).spacing(5, 8).applyTo(this);
    Label heading = new Label(this, SWT.CENTER);
    heading.setText(title);
    Fonts.bold(heading, 1);
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.END).grab(true, true).applyTo(heading);
    Label text = new Label(this, SWT.CENTER | SWT.WRAP);
    text.setText(advice);
    Palette.QUIET.applyTo(text);
    GridDataFactory.fillDefaults()
        .align(SWT.CENTER, SWT.BEGINNING)
        .grab(true, true)
        .hint(TEXT_WIDTH, SWT.DEFAULT)
        .applyTo(text);
  }
}
