package org.archipelago.ui.workbench.export.paper;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Control;

/** Variants of a control's font, disposed with it. */
final class PaperFonts {

  private final Control owner;
  private final LocalResourceManager fonts;

  PaperFonts(Control owner) {
    this.owner = owner;
    fonts = new LocalResourceManager(JFaceResources.getResources(), owner);
  }

  Font plain() {
    return owner.getFont();
  }

  Font bold(int larger) {
    return fonts.create(
        FontDescriptor.createFrom(owner.getFont()).setStyle(SWT.BOLD).increaseHeight(larger));
  }

  Font larger(int points) {
    return fonts.create(FontDescriptor.createFrom(owner.getFont()).increaseHeight(points));
  }

  Font code() {
    return JFaceResources.getTextFont();
  }
}
