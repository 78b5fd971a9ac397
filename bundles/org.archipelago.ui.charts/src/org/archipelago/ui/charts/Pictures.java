package org.archipelago.ui.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Pictures of Java's as those of SWT. */
public final class Pictures {

  private static final int BYTES_A_PIXEL = 3;

  private Pictures() {}

  /**
   * The same pixels for SWT.
   *
   * @param picture of type {@link BufferedImage#TYPE_INT_RGB}
   */
  public static ImageData toSwt(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
    for (int y = 0, from = 0; y < height; y++) {
      int to = y * data.bytesPerLine;
      for (int x = 0; x < width; x++, from++, to += BYTES_A_PIXEL) {
        int pixel = pixels[from];
        data.data[to] = (byte) (pixel >> 16);
        data.data[to + 1] = (byte) (pixel >> 8);
        data.data[to + 2] = (byte) pixel;
      }
    }
    return data;
  }
}
