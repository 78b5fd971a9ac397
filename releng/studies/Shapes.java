import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Makes images of ten classes in folders, for want of real ones that may be shipped: 64 by 64 pixels in colours,
 * a shape or a texture of one random colour on another, of random size, place and turn, with a shadow of light
 * over the image and noise on every value. The same seed gives the same files. Nothing of it was photographed.
 *
 * <p>java Shapes.java FOLDER IMAGES-PER-CLASS SEED
 */
public final class Shapes {

  private static final int SIDE = 64;
  private static final double NOISE = 30;
  private static final String[] CLASSES = {
    "checkers", "cross", "disc", "dots", "ring", "rings", "square", "star", "stripes", "triangle"
  };

  private final SplittableRandom random;
  private final double middleX;
  private final double middleY;
  private final double radius;
  private final double cosine;
  private final double sine;

  private Shapes(SplittableRandom random) {
    this.random = random;
    middleX = between(22, 42);
    middleY = between(22, 42);
    radius = between(12, 20);
    double turn = between(0, 2 * StrictMath.PI);
    cosine = StrictMath.cos(turn);
    sine = StrictMath.sin(turn);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("Usage: java Shapes.java FOLDER IMAGES-PER-CLASS SEED");
      System.exit(2);
    }
    int images = Integer.parseInt(arguments[1]);
    SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[2]));
    for (String name : CLASSES) {
      Path folder = Files.createDirectories(Path.of(arguments[0], name));
      for (int image = 0; image < images; image++) {
        Path file = folder.resolve("%s-%04d.png".formatted(name, image));
        ImageIO.write(new Shapes(random.split()).draw(name), "png", file.toFile());
      }
    }
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private BufferedImage draw(String name) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    float hue = random.nextInt(360) / 360f;
    Color ground = Color.getHSBColor(hue, 0.5f, 0.6f);
    Color figure = Color.getHSBColor(hue + (float) between(0.2, 0.8), 0.6f, 0.7f);
    double light = between(-0.5, 0.5);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        Color colour = isInside(name, x, y) ? figure : ground;
        double shade = 1 + light * (x + y - SIDE) / SIDE;
        image.setRGB(
            x, y, value(colour.getRed(), shade) << 16 | value(colour.getGreen(), shade) << 8
                | value(colour.getBlue(), shade));
      }
    }
    return image;
  }

  /** With noise that is nearly normal: the sum of twelve numbers that are all alike probable. */
  private int value(int colour, double shade) {
    double noise = -6;
    for (int i = 0; i < 12; i++) {
      noise += random.nextDouble();
    }
    return (int) Math.max(0, Math.min(255, colour * shade + NOISE * noise + 0.5));
  }

  /** Whether a pixel is part of the figure; u and v are where it is, turned, as the figure's radius has it. */
  private boolean isInside(String name, int x, int y) {
    double u = ((x - middleX) * cosine + (y - middleY) * sine) / radius;
    double v = ((y - middleY) * cosine - (x - middleX) * sine) / radius;
    double far = StrictMath.sqrt(u * u + v * v);
    return switch (name) {
      case "checkers" -> (StrictMath.floor(2 * u) + StrictMath.floor(2 * v)) % 2 == 0;
      case "cross" -> Math.abs(u) < 1 && Math.abs(v) < 0.3 || Math.abs(v) < 1 && Math.abs(u) < 0.3;
      case "disc" -> far < 0.9;
      case "dots" -> apart(u) * apart(u) + apart(v) * apart(v) < 0.04;
      case "ring" -> far > 0.6 && far < 1;
      case "rings" -> StrictMath.floor(3 * far) % 2 == 0;
      case "square" -> Math.abs(u) < 0.8 && Math.abs(v) < 0.8;
      case "star" -> far < 0.55 + 0.45 * StrictMath.cos(5 * StrictMath.atan2(v, u));
      case "stripes" -> StrictMath.floor(2.5 * u) % 2 == 0;
      case "triangle" -> v < 0.6 && v > 1.7 * Math.abs(u) - 1;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Distance from the middle of a cell whose side is 0.7. */
  private static double apart(double along) {
    return along - 0.7 * StrictMath.floor(along / 0.7) - 0.35;
  }
}
