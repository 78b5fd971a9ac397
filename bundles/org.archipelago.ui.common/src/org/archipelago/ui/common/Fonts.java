package org.archipelago.ui.common;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Control;

/** Variants of a control's font, disposed with the control. */
public final class Fonts {

  private Fonts() {}

  /** Gives the control its own font in bold, larger by so many points. */
  public static void bold(Control control, int larger) {
    FontDescriptor descriptor =
        FontDescriptor.createFrom(control.getFont()).setStyle(SWT.BOLD).increaseHeight(larger);
    control.setFont(font(control, descriptor));
  }

  private static Font font(Control control, FontDescriptor descriptor) {
    return new LocalResourceManager(JFaceResources.getResources(), control).create(descriptor);
  }
}
