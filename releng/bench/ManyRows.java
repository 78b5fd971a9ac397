import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes rows of ten classes with twenty numbers each, the same for the same seed, as CSV: {@code ManyRows ROWS FILE}.
 * Every class is a cloud about a place of its own, and the clouds overlap.
 */
public final class ManyRows {

  private static final int CLASSES = 10;
  private static final int FEATURES = 20;
  private static final double APART = 0.6;

  public static void main(String[] args) throws IOException {
    int rows = Integer.parseInt(args[0]);
    Random random = new Random(1);
    double[][] places = new double[CLASSES][FEATURES];
    for (double[] place : places) {
      for (int i = 0; i < FEATURES; i++) {
        place[i] = APART * random.nextGaussian();
      }
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < FEATURES; i++) {
        line.append('x').append(i).append(',');
      }
      write(line.append("class\n"), out);
      for (int row = 0; row < rows; row++) {
        int label = random.nextInt(CLASSES);
        for (double middle : places[label]) {
          thousandths(Math.round(1000 * (middle + random.nextGaussian())), line);
        }
        write(line.append((char) ('a' + label)).append('\n'), out);
      }
    }
  }

  /** A number with three decimals and a comma. */
  private static void thousandths(long value, StringBuilder line) {
    long size = Math.abs(value);
    line.append(value < 0 ? "-" : "").append(size / 1000).append('.');
    line.append((char) ('0' + size / 100 % 10)).append((char) ('0' + size / 10 % 10));
    line.append((char) ('0' + size % 10)).append(',');
  }

  private static void write(StringBuilder line, OutputStream out) throws IOException {
    out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    line.setLength(0);
  }
}
