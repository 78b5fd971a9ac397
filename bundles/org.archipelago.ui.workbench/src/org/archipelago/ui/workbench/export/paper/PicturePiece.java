package org.archipelago.ui.workbench.export.paper;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;

/** A picture in its own size, or made smaller to the width of the paper. */
final class PicturePiece implements Piece {

  private final Image image;
  private final int width;
  private final int height;

  /** @param scale pixels of the picture for a unit of the screen */
  PicturePiece(Device device, ImageData pixels, double scale, int room) {
    image = new Image(device, pixels);
    double fit = Math.min(1, room * scale / pixels.width);
    width = (int) Math.round(pixels.width / scale * fit);
    height = (int) Math.round(pixels.height / scale * fit);
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void paint(GC gc, int x, int y) {
    gc.drawImage(image, 0, 0, image.getBounds().width, image.getBounds().height, x, y, width, height);
  }

  @Override
  public void dispose() {
    image.dispose();
  }
}
