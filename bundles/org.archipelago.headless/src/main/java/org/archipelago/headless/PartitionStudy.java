package org.archipelago.headless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.data.skew.NullSkew;
import org.archipelago.data.skew.SkewReport;
import org.archipelago.engine.RowGradients;
import org.archipelago.engine.RunRequest;
import org.archipelago.partition.SiloView;
import org.archipelago.partition.goal.Goals;
import org.archipelago.partition.goal.Solution;
import org.archipelago.partition.goal.Solver;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the command {@code partition} does with rows that are dealt: brings them to goals and measures them. */
final class PartitionStudy {

  @Option(names = "--goal", paramLabel = "GOAL", descriptionKey = "archipelago.partition.goal")
  private List<String> goals = new ArrayList<>();

  @Option(names = "--gradients", descriptionKey = "archipelago.partition.gradients")
  private boolean gradients;

  @Option(names = "--silo", paramLabel = "N", descriptionKey = "archipelago.partition.silo")
  private Integer silo;

  /**
   * What came of it.
   *
   * @param solution of the goals, if there are any
   * @param silo what a coordinator would see, if that alone is to be shown
   */
  record Studied(
      PartitionSource source, SkewReport skew, Optional<Solution> solution, Optional<SiloView> silo) {

    int exitCode() {
      return solution.map(Studied::exitCode).orElse(ExitCodes.OK);
    }

    private static int exitCode(Solution solution) {
      return switch (solution.outcome()) {
        case MET -> ExitCodes.OK;
        case STOPPED -> ExitCodes.STOPPED;
        default -> ExitCodes.INVALID_INPUT;
      };
    }
  }

  /** Whether anything was asked for that only rows on clients have. */
  boolean isAsked() {
    return !goals.isEmpty() || gradients || silo != null;
  }

  /** @throws InvalidInputException if a goal is none */
  void check(CommandSpec spec, boolean hasModel) {
    if (silo != null && silo < 1) {
      throw new ParameterException(spec.commandLine(), Words.say("wrong.tooSmall", "--silo", silo, 1));
    }
    if (gradients && !hasModel) {
      throw new ParameterException(spec.commandLine(), Words.say("partition.noModel"));
    }
    Goals.parse(goals);
  }

  /**
   * Does all that was asked for.
   *
   * @param request the experiment; none of data alone and of a saved partition
   * @throws InvalidInputException if goals conflict
   */
  Studied of(
      PartitionSource dealt,
      Optional<RunRequest> request,
      Seed seed,
      Catalog catalog,
      ProgressListener progress,
      RunControl control) {
    Goals wanted = Goals.parse(goals);
    Optional<Solution> solution = Optional.empty();
    PartitionSource source = dealt;
    if (!wanted.all().isEmpty()) {
      Solution found = Solver.solve(dealt.draft(), wanted, seed, progress, control);
      if (found.draft().isEmpty()) {
        control.checkpoint();
        throw new InvalidInputException(Problem.atField("goal", found.sentence()));
      }
      source = dealt.changed(found.draft().get(), wanted.editName());
      solution = Optional.of(found);
    }
    // What was found until it was stopped is measured all the same.
    RunControl measuring = control.stopped() ? new RunControl() : control;
    SkewReport skew = SkewReport.of(source.draft().counts(), seed, measuring);
    if (gradients && !control.stopped()) {
      skew =
          skew.with(
              RowGradients.of(request.orElseThrow(), catalog, progress, control)
                  .dissimilarity(source.draft().clientOfRow(), NullSkew.DRAWS, seed, control));
    }
    Optional<SiloView> view =
        silo == null ? Optional.empty() : Optional.of(SiloView.of(source.draft(), silo, seed));
    return new Studied(source, skew, solution, view);
  }
}
