package org.archipelago.ui.workbench.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunState;
import org.archipelago.results.RunSeries;

/**
 * A run at one moment, for a view to show.
 *
 * @param name the experiment's name
 * @param state where it stands
 * @param queuedBehind runs that will begin before it; absent once its turn has come
 * @param message what it is doing or how it ended; may be empty
 * @param header what was known before the first round; absent while the data is being prepared
 * @param series its curves; absent as long as the header is
 * @param round whole rounds done
 * @param rounds rounds planned; 0 when not known
 * @param progress share done, 0 to 1; within preparation that of the preparation
 * @param elapsedSeconds time it has worked, pauses left out
 * @param remainingSeconds how much longer, by the pace of its last rounds
 * @param clients what is known of each client; empty for a record that does not tell
 * @param evaluation what its last model was found to be worth; absent while it goes on
 * @param log what happened to it; it goes on growing
 */
public record RunSnapshot(
    String name,
    RunState state,
    OptionalInt queuedBehind,
    String message,
    Optional<RunHeader> header,
    Optional<RunSeries> series,
    int round,
    int rounds,
    double progress,
    double elapsedSeconds,
    OptionalDouble remainingSeconds,
    List<ClientRow> clients,
    Optional<RunEvaluation> evaluation,
    RunLog log) {

  public RunSnapshot {
    clients = List.copyOf(clients);
  }

  /** Whether the clients are shown here only, since the record does not tell of them. */
  public boolean clientsOnlyHere() {
    return !clients.isEmpty() && header.map(RunHeader::privateCohort).orElse(false);
  }

  /** Whether the record keeps the clients to itself because the privacy guarantee rests on it. */
  public boolean clientsWithheld() {
    return clients.isEmpty() && header.map(RunHeader::privateCohort).orElse(false);
  }
}
