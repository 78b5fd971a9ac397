import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes the sample {@code conditions}: adults at five hospitals, 24 values of a first examination and which of ten
 * conditions each has. Nobody of them exists. Values are drawn around medians that textbooks call usual, shifted
 * by the condition as far as its severity goes; one in four has a second condition of lesser severity that is
 * not named, some values were not measured, and hospitals differ in whom they see and how their devices are set.
 * The same seed gives the same file. What is learned from it is true of this program and of nobody's health.
 *
 * <p>java Conditions.java FILE PATIENTS SEED
 */
public final class Conditions {

  private static final String[] HOSPITALS = {"Coast", "Forest", "Harbour", "Hill", "River"};
  private static final double NOT_MEASURED = 0.04;
  private static final double SECOND = 0.25;

  /**
   * A value of a healthy adult.
   *
   * @param spread deviation, of the logarithm unless the value is shifted by sums
   * @param sums whether conditions add to it instead of multiplying
   */
  private record Value(String name, double median, double spread, boolean sums, int decimals) {}

  private static final List<Value> VALUES =
      List.of(
          new Value("temperature", 36.8, 0.35, true, 1),
          new Value("pulse", 75, 0.15, false, 0),
          new Value("systolic", 130, 0.12, false, 0),
          new Value("saturation", 97, 1.2, true, 0),
          new Value("respiration", 16, 0.15, false, 0),
          new Value("haemoglobin", 140, 0.09, false, 0),
          new Value("mcv", 90, 0.05, false, 1),
          new Value("ferritin", 100, 0.6, false, 0),
          new Value("leukocytes", 7, 0.25, false, 1),
          new Value("platelets", 250, 0.22, false, 0),
          new Value("crp", 3, 0.8, false, 1),
          new Value("glucose", 5.5, 0.15, false, 1),
          new Value("hba1c", 5.4, 0.07, false, 1),
          new Value("creatinine", 80, 0.2, false, 0),
          new Value("potassium", 4.2, 0.08, false, 1),
          new Value("sodium", 140, 0.02, false, 0),
          new Value("alt", 24, 0.4, false, 0),
          new Value("bilirubin", 10, 0.35, false, 0),
          new Value("alp", 70, 0.25, false, 0),
          new Value("tsh", 1.8, 0.5, false, 2),
          new Value("d_dimer", 0.35, 0.6, false, 2),
          new Value("bnp", 40, 0.7, false, 0));

  /** Share of the patients and, at severity 1, what it adds to values or to their logarithms. */
  private record Condition(double share, Map<String, Double> shifts) {}

  private static final Map<String, Condition> CONDITIONS = new LinkedHashMap<>();

  static {
    condition("healthy", 0.18);
    condition("diabetes", 0.13, "glucose", 0.7, "hba1c", 0.42, "creatinine", 0.1, "alt", 0.15);
    condition("embolism", 0.07, "d_dimer", 2.1, "saturation", -3.5, "pulse", 0.3, "respiration", 0.35, "bnp", 0.7,
        "crp", 0.9);
    condition("heart failure", 0.11, "bnp", 2.4, "saturation", -2.0, "pulse", 0.12, "respiration", 0.25,
        "creatinine", 0.25, "sodium", -0.02, "age", 14.0);
    condition("hepatitis", 0.07, "alt", 2.2, "bilirubin", 1.0, "alp", 0.4, "platelets", -0.15, "temperature", 0.4);
    condition("hypothyroidism", 0.09, "tsh", 2.0, "pulse", -0.15, "sodium", -0.015, "haemoglobin", -0.07);
    condition("iron deficiency", 0.11, "haemoglobin", -0.3, "mcv", -0.18, "ferritin", -2.2, "platelets", 0.2);
    condition("kidney disease", 0.10, "creatinine", 1.1, "potassium", 0.17, "haemoglobin", -0.2, "systolic", 0.12,
        "bnp", 0.6, "age", 8.0);
    condition("leukaemia", 0.05, "leukocytes", 1.5, "haemoglobin", -0.3, "platelets", -0.9, "temperature", 0.5,
        "ferritin", 0.6);
    condition("pneumonia", 0.09, "temperature", 1.6, "pulse", 0.25, "saturation", -4.0, "respiration", 0.35,
        "leukocytes", 0.6, "crp", 3.2, "sodium", -0.02, "d_dimer", 0.6);
  }

  private static void condition(String name, double share, Object... shifts) {
    Map<String, Double> byValue = new LinkedHashMap<>();
    for (int i = 0; i < shifts.length; i += 2) {
      byValue.put((String) shifts[i], (Double) shifts[i + 1]);
    }
    CONDITIONS.put(name, new Condition(share, byValue));
  }

  private final SplittableRandom random;
  private final double[][] caseMix = new double[HOSPITALS.length][];
  private final double[][] devices = new double[HOSPITALS.length][VALUES.size()];

  private Conditions(long seed) {
    random = new SplittableRandom(seed);
    for (int hospital = 0; hospital < HOSPITALS.length; hospital++) {
      caseMix[hospital] =
          CONDITIONS.values().stream().mapToDouble(c -> c.share() * StrictMath.exp(0.8 * normal())).toArray();
      for (int value = 0; value < VALUES.size(); value++) {
        devices[hospital][value] = 0.2 * VALUES.get(value).spread() * normal();
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("Usage: java Conditions.java FILE PATIENTS SEED");
      System.exit(2);
    }
    Conditions conditions = new Conditions(Long.parseLong(arguments[2]));
    List<String> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("hospital", "age", "sex"));
    VALUES.forEach(value -> header.add(value.name()));
    header.add("condition");
    lines.add(String.join(",", header));
    for (int patient = 0; patient < Integer.parseInt(arguments[1]); patient++) {
      lines.add(conditions.patient());
    }
    Files.writeString(Path.of(arguments[0]), String.join("\n", lines) + "\n");
  }

  /** Nearly normal, the same on every Java: the sum of twelve numbers that are all alike probable. */
  private double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  private String patient() {
    int hospital = random.nextInt(HOSPITALS.length);
    String first = drawn(caseMix[hospital]);
    Map<String, Double> shifts = new LinkedHashMap<>();
    add(shifts, first, 0.5 + 0.9 * random.nextDouble());
    if (random.nextDouble() < SECOND) {
      add(shifts, drawn(caseMix[hospital]), 0.1 + 0.4 * random.nextDouble());
    }
    double age = 55 + 17 * normal() + shifts.getOrDefault("age", 0.0);
    boolean female = random.nextBoolean();
    List<String> cells = new ArrayList<>();
    cells.add(HOSPITALS[hospital]);
    cells.add(Long.toString(Math.round(Math.max(18, Math.min(97, age)))));
    cells.add(female ? "f" : "m");
    for (int i = 0; i < VALUES.size(); i++) {
      Value value = VALUES.get(i);
      double shift = shifts.getOrDefault(value.name(), 0.0) + devices[hospital][i] + value.spread() * normal();
      if (female && value.name().equals("haemoglobin")) {
        shift -= 0.1;
      }
      double measured = value.sums() ? value.median() + shift : value.median() * StrictMath.exp(shift);
      cells.add(random.nextDouble() < NOT_MEASURED ? "" : written(value, measured));
    }
    cells.add(first);
    return String.join(",", cells);
  }

  private static String written(Value value, double measured) {
    double possible = value.name().equals("saturation") ? Math.min(100, measured) : measured;
    return String.format(Locale.ROOT, "%." + value.decimals() + "f", possible);
  }

  private static void add(Map<String, Double> shifts, String condition, double severity) {
    CONDITIONS.get(condition).shifts().forEach((value, shift) -> shifts.merge(value, severity * shift, Double::sum));
  }

  private String drawn(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = sum * random.nextDouble();
    int place = 0;
    for (String name : CONDITIONS.keySet()) {
      left -= weights[place++];
      if (left < 0) {
        return name;
      }
    }
    return "healthy";
  }
}
