import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.Partitioner;
import org.archipelago.data.PartitionerFactory;
import org.archipelago.data.skew.NullSkew;
import org.archipelago.data.skew.Skew;
import org.archipelago.data.skew.SkewReport;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Edits;
import org.archipelago.partition.History;
import org.archipelago.partition.PartitionData;
import org.archipelago.partition.Rules;
import org.archipelago.partition.goal.Goals;
import org.archipelago.partition.goal.Solution;
import org.archipelago.partition.goal.Solver;

/**
 * Times of the partition studio without its windows: a move of a rule's slider with all figures of skew, a painted
 * cell, the solver, and a million rows. Arguments: moves.
 */
final class PartitionTimes {

  private static final int CLASSES = 10;
  private static final Catalog CATALOG = Catalog.load();

  private static final class Rows {
    final int[] labels;
    final List<String> sites;
    final List<String> regions;
    final List<String> numbers;
    final PartitionData data;

    Rows(int count, int clients) {
      Random random = new Random(1);
      labels = IntStream.range(0, count).map(row -> random.nextInt(CLASSES)).toArray();
      List<String> names = IntStream.range(0, clients).mapToObj(site -> "site " + site).toList();
      sites = IntStream.range(0, count).mapToObj(row -> names.get(row % clients)).toList();
      regions = IntStream.range(0, count).mapToObj(row -> names.get(row % Math.min(20, clients))).toList();
      numbers = IntStream.range(0, count).mapToObj(row -> Integer.toString(random.nextInt(1000))).toList();
      data =
          new PartitionData(
              "rows",
              "0".repeat(64),
              "label",
              IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList(),
              labels,
              IntStream.range(0, count).toArray());
    }

    PartitionRequest request(long seed) {
      return new PartitionRequest(
          labels,
          CLASSES,
          name -> name.equals("site") ? sites : name.equals("region") ? regions : numbers,
          name -> List.of(),
          new RandomStream(seed));
    }
  }

  /** Every rule, its sliders where a move has put them. */
  private static Map<String, Partitioner> rules(int clients, double alpha) {
    Map<String, Partitioner> rules = new LinkedHashMap<>();
    Map<String, Object> plain = Map.of("clients", clients);
    rules.put("iid", rule("iid", plain));
    rules.put("dirichlet", rule("dirichlet", with(plain, "alpha", alpha)));
    rules.put(
        "dirichlet, self-balancing",
        rule("dirichlet", with(with(plain, "alpha", alpha), "selfBalancing", true)));
    rules.put("dirichlet-clients", rule("dirichlet-clients", with(plain, "alpha", alpha)));
    rules.put(
        "dirichlet-joint", rule("dirichlet-joint", with(with(plain, "alpha", alpha), "sizesAlpha", 1.0)));
    rules.put("dirichlet-sizes", rule("dirichlet-sizes", with(plain, "alpha", Math.max(0.05, alpha))));
    rules.put("inner-dirichlet", rule("inner-dirichlet", with(plain, "alpha", alpha)));
    List<Double> shares =
        IntStream.range(0, clients * CLASSES).mapToObj(i -> 0.1 + (i * 7 % 11) * alpha).toList();
    rules.put("distribution-matrix", rule("distribution-matrix", with(plain, "shares", shares)));
    rules.put("pachinko", rule("pachinko", with(plain, "column", "region")));
    for (String assignment : List.of("random", "deterministic", "first-and-random")) {
      Map<String, Object> values = with(with(plain, "classesPerClient", 3), "assignment", assignment);
      rules.put("pathological, " + assignment, rule("pathological", values));
    }
    rules.put("shards", rule("shards", with(plain, "shardsPerClient", 2)));
    for (String law : List.of("linear", "square", "exponential", "log-normal")) {
      rules.put("sizes, " + law, rule("sizes", with(plain, "law", law)));
    }
    List<Double> sizes = IntStream.range(0, clients).mapToObj(i -> 1.0 + i % 9).toList();
    rules.put("size-list", rule("size-list", Map.of("sizes", sizes)));
    rules.put("natural", rule("natural", Map.of("column", "site")));
    rules.put("natural-columns", rule("natural-columns", Map.of("columns", List.of("site"))));
    rules.put(
        "natural-groups",
        rule(
            "natural-groups",
            Map.of(
                "column",
                "site",
                "groups",
                IntStream.range(0, clients).mapToObj(site -> List.of("site " + site)).toList())));
    rules.put("continuous", rule("continuous", with(plain, "column", "number")));
    rules.put("time", rule("time", with(plain, "column", "number")));
    return rules;
  }

  private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return more;
  }

  private static Partitioner rule(String id, Map<String, Object> given) {
    PartitionerFactory factory = CATALOG.get(ComponentKind.PARTITIONER, id, PartitionerFactory.class);
    return factory.create(factory.descriptor().withDefaults(new ParameterValues(given)));
  }

  private static double millis(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  /** Of all threads of this process: what is left of a time where others are at work on the machine. */
  private static double processorMillis() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
  }

  private static void print(String what, double[] times) {
    double[] ascending = times.clone();
    Arrays.sort(ascending);
    System.out.printf(
        Locale.ROOT,
        "%-32s median %7.1f ms, 95th percentile %7.1f ms, longest of %d %7.1f ms%n",
        what,
        ascending[ascending.length / 2],
        ascending[(int) Math.ceil(0.95 * ascending.length) - 1],
        ascending.length,
        ascending[ascending.length - 1]);
  }

  /** Deals, counts and measures, chance included: all that a move of a slider costs before it is drawn. */
  private static void move(Rows rows, Partitioner rule, long seed) {
    Draft draft = Rules.draft(rows.data, rule.partition(rows.request(seed)));
    int[][] counts = draft.counts();
    NullSkew chance = NullSkew.draw(counts, NullSkew.FEW_DRAWS, new Seed(seed), new RunControl());
    SkewReport.of(Skew.of(counts), Optional.of(chance));
  }

  private static double alpha(int move) {
    return Math.pow(10, -2 + move % 40 / 10.0);
  }

  private static void moves(int moves) {
    Rows rows = new Rows(70_000, 1000);
    for (String name : rules(1000, 1).keySet()) {
      double[] times = new double[moves];
      double[] processor = new double[moves];
      for (int move = -10; move < moves; move++) {
        Partitioner rule = rules(1000, alpha(move + 10)).get(name);
        int seed = move;
        double before = processorMillis();
        double time = millis(() -> move(rows, rule, seed));
        if (move >= 0) {
          times[move] = time;
          processor[move] = processorMillis() - before;
        }
      }
      print(name, times);
      Arrays.sort(processor);
      System.out.printf(
          Locale.ROOT,
          "%-32s median %7.1f ms, 95th percentile %7.1f ms%n",
          "  of processors' time",
          processor[moves / 2],
          processor[(int) Math.ceil(0.95 * moves) - 1]);
    }
  }

  private static void painting(int moves) {
    Rows rows = new Rows(70_000, 1000);
    History history = new History(Rules.draft(rows.data, rules(1000, 0.5).get("dirichlet").partition(rows.request(1))));
    double[] edits = new double[moves];
    double[] measures = new double[moves];
    for (int move = -10; move < moves; move++) {
      int label = Math.floorMod(move, CLASSES);
      int client = Math.floorMod(move * 37, 1000);
      int now = history.current().counts()[client][label];
      double edit = millis(() -> history.perform(Edits.setCount(new Cell(client, label), now + 3)));
      double measured = millis(() -> Skew.of(history.current().counts()));
      if (move >= 0) {
        edits[move] = edit;
        measures[move] = measured;
      }
    }
    print("a painted cell", edits);
    print("its figures without chance", measures);
  }

  private static void million() {
    for (int clients : new int[] {100, 1000}) {
      Rows rows = new Rows(1_000_000, clients);
      Map<String, Double> times = new LinkedHashMap<>();
      rules(clients, 0.3).forEach(
          (name, rule) -> {
            double slowest = 0;
            for (int i = 0; i < 3; i++) {
              int seed = i;
              slowest = Math.max(slowest, millis(() -> Rules.draft(rows.data, rule.partition(rows.request(seed)))));
            }
            times.put(name, slowest);
          });
      System.out.println(
          "a million rows on " + clients + " clients, the longest of three, ms: "
              + times.entrySet().stream()
                  .map(entry -> String.format(Locale.ROOT, "%s %.0f", entry.getKey(), entry.getValue()))
                  .collect(Collectors.joining("; ")));
    }
  }

  private static void solving() {
    for (int clients : new int[] {20, 100, 1000}) {
      Rows rows = new Rows(70 * clients, clients);
      Supplier<Draft> draft =
          () -> Rules.draft(rows.data, rules(clients, 0.5).get("dirichlet").partition(rows.request(1)));
      for (List<String> goals :
          List.of(
              List.of("excess jsd.mean 0.2 +- 0.02", "size 20..200", "without 3 on client 2, client 5, client 7"),
              List.of("size 20..", "size ..60", "without 3 on client 2"))) {
        Solution[] found = new Solution[1];
        double time =
            millis(
                () ->
                    found[0] =
                        Solver.solve(
                            draft.get(), Goals.parse(goals), new Seed(1), ProgressListener.NONE, new RunControl()));
        System.out.printf(
            Locale.ROOT, "solver, %d clients: %.0f ms, %s%n", clients, time, found[0].sentence());
      }
    }
  }

  public static void main(String[] arguments) {
    int moves = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    System.out.println("1,000 clients, 70,000 rows, 10 classes; a move is dealing, counting and all figures beside chance");
    moves(moves);
    painting(moves);
    solving();
    million();
  }
}
