package org.archipelago.partition.goal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.RunControl;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.Variable;

/**
 * Whether a matrix of given totals within bounds exists. Holders with the same bounds are one holder of the linear
 * program: what they have together can be dealt evenly among them, and whole rows come of fractions because the bounds
 * of a flow are whole. The program is elastic: its optimum is the number of rows that are missing or find no holder.
 */
final class Feasibility {

  private static final double A_ROW_AT_LEAST = 0.5;

  private Feasibility() {}

  static boolean isFeasible(Limits limits, RunControl control) {
    return limits.possible() && misfits(limits, control) < A_ROW_AT_LEAST;
  }

  /** Rows that are missing or find no holder, at the least; the limits are possible for every single holder. */
  static double misfits(Limits limits, RunControl control) {
    LinearProgram program = new LinearProgram();
    List<Variable> misfits = new ArrayList<>();
    List<Expression> columns = new ArrayList<>();
    for (int total : limits.totals) {
      Expression column = program.sum(total, total);
      Variable missing = program.variable(0, Double.POSITIVE_INFINITY, 1);
      Variable unplaced = program.variable(0, Double.POSITIVE_INFINITY, 1);
      column.set(missing, -1);
      column.set(unplaced, 1);
      misfits.addAll(List.of(missing, unplaced));
      columns.add(column);
    }
    groups(limits).values().forEach(group -> add(group, limits, program, columns));
    if (!program.minimise(control)) {
      return Double.POSITIVE_INFINITY;
    }
    return misfits.stream().mapToDouble(misfit -> misfit.getValue().doubleValue()).sum();
  }

  private static Map<List<Integer>, List<Integer>> groups(Limits limits) {
    Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
    for (int holder = 0; holder < limits.holders(); holder++) {
      List<Integer> bounds = new ArrayList<>();
      bounds.add(limits.leastSize[holder]);
      bounds.add(limits.mostSize[holder]);
      Arrays.stream(limits.least[holder]).forEach(bounds::add);
      Arrays.stream(limits.most[holder]).forEach(bounds::add);
      groups.computeIfAbsent(bounds, same -> new ArrayList<>()).add(holder);
    }
    return groups;
  }

  private static void add(
      List<Integer> group, Limits limits, LinearProgram program, List<Expression> columns) {
    int any = group.get(0);
    double many = group.size();
    Expression size = program.sum(many * limits.leastSize[any], many * limits.mostSize[any]);
    for (int label = 0; label < columns.size(); label++) {
      Variable count =
          program.variable(many * limits.least[any][label], many * limits.most[any][label], 0);
      size.set(count, 1);
      columns.get(label).set(count, 1);
    }
  }
}
