package org.archipelago.store.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunRecorder;

/**
 * Writes a run's record into a folder. Every line is forced to the disk before its method returns;
 * every other file is written beside its place, forced, and moved there. What a record may tell of
 * clients is decided by {@link CohortRule} alone.
 */
public final class FileRunRecorder implements RunRecorder {

  private final Path folder;
  private final CohortRule rule;
  private final RunLock lock;
  private final JsonLines rounds;
  private final JsonLines ledger;

  /**
   * Begins a record.
   *
   * @param folder exists and is empty
   * @throws IOException when it can't be written; nothing of the record is left in the folder then
   */
  FileRunRecorder(Path folder, RunHeader header) throws IOException {
    this.folder = folder;
    this.rule = new CohortRule(header.privateCohort());
    this.lock = RunLock.hold(folder);
    this.rounds = new JsonLines(folder.resolve(RunFiles.ROUNDS));
    this.ledger = new JsonLines(folder.resolve(RunFiles.LEDGER));
    try {
      writeHeader(header);
    } catch (IOException e) {
      removeAll(e);
      throw e;
    }
  }

  private void writeHeader(RunHeader header) throws IOException {
    DurableFiles.write(folder.resolve(RunFiles.EXPERIMENT), header.text());
    writeJson(RunFiles.PROVENANCE, HeaderJson.write(header.provenance()));
    writeJson(RunFiles.DATASET, HeaderJson.write(rule.recorded(header.dataset())));
    ObjectNode run = Json.file().put("privateCohort", header.privateCohort());
    run.set("experiment", ExperimentJson.write(header.experiment()));
    writeJson(RunFiles.RUN, run);
  }

  private void removeAll(IOException cause) {
    try {
      for (String name : List.of(RunFiles.EXPERIMENT, RunFiles.PROVENANCE, RunFiles.DATASET)) {
        Files.deleteIfExists(folder.resolve(name));
      }
      lock.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** The folder of the record. */
  public Path folder() {
    return folder;
  }

  @Override
  public void charge(PrivacyCharge charge) throws IOException {
    ledger.append(RoundJson.write(charge));
  }

  @Override
  public void round(RoundResult result) throws IOException {
    rounds.append(RoundJson.write(rule.recorded(result)));
  }

  @Override
  public void evaluation(RunEvaluation evaluation) throws IOException {
    writeJson(RunFiles.EVALUATION, EvaluationJson.write(rule.recorded(evaluation)));
  }

  @Override
  public void artifact(String name, Content content) throws IOException {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("'" + name + "' is no plain file name");
    }
    DurableFiles.write(folder.resolve(name), content);
  }

  @Override
  public void finish(RunOutcome outcome) throws IOException {
    writeJson(RunFiles.OUTCOME, HeaderJson.write(outcome));
  }

  private void writeJson(String name, ObjectNode node) throws IOException {
    DurableFiles.write(folder.resolve(name), Json.pretty(node));
  }

  @Override
  public void close() throws IOException {
    try (rounds; ledger) {
      lock.close();
    }
  }
}
