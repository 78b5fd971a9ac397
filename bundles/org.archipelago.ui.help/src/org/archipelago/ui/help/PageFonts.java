package org.archipelago.ui.help;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.archipelago.ui.help.PageText.Mark;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** Fonts of a page, disposed with the control that shows it, and how wide texts are in them. */
final class PageFonts {

  private static final int LARGER_TITLE = 6;
  private static final int LARGER_HEADING = 3;
  private static final int LARGER_SUBHEADING = 1;

  private final Control control;
  private final Map<Mark, Font> fonts = new EnumMap<>(Mark.class);
  private final Map<Set<Mark>, Map<String, Integer>> widths = new HashMap<>();

  PageFonts(Control control) {
    this.control = control;
    LocalResourceManager manager = new LocalResourceManager(JFaceResources.getResources(), control);
    FontDescriptor plain = FontDescriptor.createFrom(control.getFont());
    FontDescriptor bold = plain.setStyle(SWT.BOLD);
    fonts.put(Mark.TITLE, manager.create(bold.increaseHeight(LARGER_TITLE)));
    fonts.put(Mark.HEADING, manager.create(bold.increaseHeight(LARGER_HEADING)));
    fonts.put(Mark.SUBHEADING, manager.create(bold.increaseHeight(LARGER_SUBHEADING)));
    fonts.put(Mark.BOLD, manager.create(bold));
    fonts.put(Mark.ITALIC, manager.create(plain.setStyle(SWT.ITALIC)));
    fonts.put(
        Mark.CODE,
        manager.create(FontDescriptor.createFrom(JFaceResources.getTextFont())
            .setHeight(plain.getFontData()[0].getHeight())));
  }

  /** The font of a text that looks like that. */
  Font of(Set<Mark> marks) {
    return fonts.entrySet().stream()
        .filter(entry -> marks.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(control.getFont());
  }

  /** How wide a text is. */
  int width(GC gc, String text, Set<Mark> marks) {
    return widths
        .computeIfAbsent(marks, any -> new HashMap<>())
        .computeIfAbsent(text, any -> {
          gc.setFont(of(marks));
          return gc.textExtent(text).x;
        });
  }
}
