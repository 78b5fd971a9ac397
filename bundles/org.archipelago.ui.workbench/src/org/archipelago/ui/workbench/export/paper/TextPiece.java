package org.archipelago.ui.workbench.export.paper;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;

/** A text that is broken into lines; may lie on a ground of its own with a bar to the left. */
final class TextPiece implements Piece {

  private final TextLayout layout;
  private final Color ink;
  private final int width;
  private int padding;
  private Color ground;
  private Color bar;
  private int height;

  TextPiece(Device device, String text, Font font, Color ink, int width) {
    layout = new TextLayout(device);
    layout.setText(text);
    layout.setFont(font);
    layout.setSpacing(3);
    layout.setWidth(Math.max(1, width));
    this.ink = ink;
    this.width = width;
  }

  /** The same on a ground, a bar to the left of it unless that is null. */
  TextPiece on(Color newGround, Color newBar, int newPadding) {
    ground = newGround;
    bar = newBar;
    padding = newPadding;
    layout.setWidth(Math.max(1, width - 2 * padding));
    return this;
  }

  /** The same with its first characters in another font. */
  TextPiece beginning(int characters, Font font) {
    layout.setStyle(new TextStyle(font, null, null), 0, characters - 1);
    return this;
  }

  @Override
  public int height() {
    if (height == 0) {
      height = layout.getBounds().height + 2 * padding;
    }
    return height;
  }

  @Override
  public void paint(GC gc, int x, int y) {
    if (ground != null) {
      gc.setBackground(ground);
      gc.fillRectangle(x, y, width, height());
    }
    if (bar != null) {
      gc.setBackground(bar);
      gc.fillRectangle(x, y, 4, height());
    }
    gc.setForeground(ink);
    layout.draw(gc, x + padding, y + padding);
  }

  @Override
  public void dispose() {
    layout.dispose();
  }
}
