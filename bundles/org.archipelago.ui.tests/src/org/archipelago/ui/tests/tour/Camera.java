package org.archipelago.ui.tests.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/** Takes pictures of the whole screen in its own pixels, once nothing on it moves any more. */
final class Camera {

  private static final int MOST_LOOKS = 20;
  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

  private final Display display;
  private final Path folder;

  /** @param folder where the pictures go; made if it is not there */
  Camera(Display display, Path folder) {
    this.display = display;
    this.folder = folder;
  }

  /** Takes a picture called that; returns once it is written. What moves on and on is taken as it is. */
  void take(String name) {
    ImageData last = look();
    for (int looks = 1; looks < MOST_LOOKS; looks++) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      ImageData now = look();
      if (Arrays.equals(last.data, now.data)) {
        break;
      }
      last = now;
    }
    write(last, folder.resolve(name + ".png"));
  }

  private ImageData look() {
    ImageData[] seen = new ImageData[1];
    display.syncExec(() -> {
      Rectangle bounds = display.getBounds();
      Image image = new Image(display, bounds.width, bounds.height);
      GC screen = new GC(display);
      screen.copyArea(image, 0, 0);
      screen.dispose();
      seen[0] = image.getImageData(display.getPrimaryMonitor().getZoom());
      image.dispose();
    });
    return seen[0];
  }

  private static void write(ImageData data, Path file) {
    BufferedImage picture = new BufferedImage(data.width, data.height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[data.width];
    for (int y = 0; y < data.height; y++) {
      data.getPixels(0, y, data.width, row, 0);
      for (int x = 0; x < data.width; x++) {
        row[x] = rgb(data, row[x]);
      }
      picture.setRGB(0, y, data.width, 1, row, 0, data.width);
    }
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int rgb(ImageData data, int pixel) {
    return shifted(pixel & data.palette.redMask, data.palette.redShift) << 16
        | shifted(pixel & data.palette.greenMask, data.palette.greenShift) << 8
        | shifted(pixel & data.palette.blueMask, data.palette.blueShift);
  }

  private static int shifted(int bits, int shift) {
    return (shift < 0 ? bits >>> -shift : bits << shift) & 0xff;
  }
}
