package org.archipelago.store.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.Problem;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;

/** Reads the record of a run that has ended, is going on, or was killed. */
final class RunReader {

  private final Path folder;

  RunReader(Path folder) {
    this.folder = folder;
  }

  static boolean isRecord(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFiles.RUN));
  }

  Run read() throws IOException {
    requireRecord();
    // Whether it is going on is asked before the outcome is looked for, as it may end in between.
    boolean running = RunLock.isHeld(folder);
    Optional<RunOutcome> outcome = outcome();
    List<RoundResult> rounds = JsonLines.read(folder.resolve(RunFiles.ROUNDS), RoundJson::readRound);
    List<PrivacyCharge> charges =
        JsonLines.read(folder.resolve(RunFiles.LEDGER), RoundJson::readCharge);
    List<BaselineRound> baselines =
        JsonLines.read(folder.resolve(RunFiles.BASELINES), BaselineJson::read);
    RunState state =
        outcome.map(RunOutcome::state).orElse(running ? RunState.RUNNING : RunState.INTERRUPTED);
    String message =
        state == RunState.INTERRUPTED && outcome.isEmpty()
            ? interrupted(rounds, charges)
            : outcome.map(RunOutcome::message).orElse("");
    return new Run(id(), header(), rounds, charges, baselines, evaluation(), state, message);
  }

  /** @throws InvalidInputException if the folder holds no record */
  void requireRecord() {
    if (!isRecord(folder)) {
      throw new InvalidInputException(Problem.inFile(folder.toString(), 0, whatElse()));
    }
  }

  String id() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  private String whatElse() {
    if (Files.notExists(folder)) {
      return "There is no such folder; name the folder of a run.";
    }
    return Files.isDirectory(folder)
        ? "This folder holds no run: %s is missing. Name the folder of a run.".formatted(RunFiles.RUN)
        : "This is a file; name the folder of a run.";
  }

  RunHeader header() throws IOException {
    return new RunHeader(
        json(RunFiles.RUN, node -> ExperimentJson.read(Json.get(node, "experiment"))),
        text(RunFiles.EXPERIMENT),
        json(RunFiles.PROVENANCE, HeaderJson::readProvenance),
        json(RunFiles.DATASET, HeaderJson::readDataset),
        privateCohort());
  }

  /** Whether the record must not tell of single clients. */
  boolean privateCohort() throws IOException {
    return json(RunFiles.RUN, node -> Json.get(node, "privateCohort").asBoolean());
  }

  Optional<RunOutcome> outcome() throws IOException {
    return Files.exists(folder.resolve(RunFiles.OUTCOME))
        ? Optional.of(json(RunFiles.OUTCOME, HeaderJson::readOutcome))
        : Optional.empty();
  }

  Optional<RunEvaluation> evaluation() throws IOException {
    return Files.exists(folder.resolve(RunFiles.EVALUATION))
        ? Optional.of(json(RunFiles.EVALUATION, EvaluationJson::read))
        : Optional.empty();
  }

  private <T> T json(String name, Function<JsonNode, T> reader) throws IOException {
    Path file = folder.resolve(name);
    return Json.read(text(name), file.toString(), 0, node -> reader.apply(checkFormat(node, file)));
  }

  private String text(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      throw new InvalidInputException(
          Problem.inFile(
              file.toString(), 0, "This file of a run's record is missing; take it from a copy."));
    }
    return Files.readString(file);
  }

  private static JsonNode checkFormat(JsonNode node, Path file) {
    String format = Json.text(node, "format");
    if (!format.equals(RunFiles.FORMAT)) {
      throw new InvalidInputException(
          Problem.inFile(
              file.toString(),
              0,
              "Found a record of format '%s'; this program reads %s. Use the program that wrote it."
                  .formatted(format, RunFiles.FORMAT)));
    }
    return node;
  }

  /** How far a killed run came; a charge stands also where its round was not finished. */
  private static String interrupted(List<RoundResult> rounds, List<PrivacyCharge> charges) {
    int last = rounds.isEmpty() ? -1 : rounds.get(rounds.size() - 1).round();
    String message =
        last < 0
            ? "The process ended before the first round was recorded."
            : "The process ended after round %d was recorded.".formatted(last);
    if (!charges.isEmpty() && charges.get(charges.size() - 1).round() > last) {
      PrivacyCharge charge = charges.get(charges.size() - 1);
      message +=
          " Round %d is charged to the privacy budget all the same: ε = %s is spent."
              .formatted(charge.round(), Double.toString(charge.after().epsilon()));
    }
    return message;
  }
}
