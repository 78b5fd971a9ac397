package org.archipelago.engine;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.Problem;

/**
 * What a run would be like, told before it begins.
 *
 * @param data how the rows lie on the clients
 * @param parameters numbers in the model
 * @param modelShape what the model is given and what each of its layers gives, such as {@code 64-64-10}
 * @param rounds rounds that would be run: fewer than asked for where the privacy budget ends first
 * @param roundsAsked rounds that the experiment asks for
 * @param cohort expected clients a round
 * @param bytesUp expected bytes from the clients in a round
 * @param bytesDown expected bytes to the clients in a round
 * @param secondsPerRound expected time of a round on this machine, in seconds; an extrapolation from one
 *     client's training, right in its order of magnitude
 * @param memory what it would need of Java's memory
 * @param privacy what would be spent after the last round; nothing when nothing is protected
 * @param warnings what there is to beware of in the data
 */
public record Forecast(
    DatasetSummary data,
    long parameters,
    String modelShape,
    int rounds,
    int roundsAsked,
    double cohort,
    double bytesUp,
    double bytesDown,
    double secondsPerRound,
    MemoryNeed memory,
    Optional<PrivacyStatus> privacy,
    List<Problem> warnings) {

  /** Expected bytes of the whole run, both ways. */
  public double totalBytes() {
    return (bytesUp + bytesDown) * rounds;
  }

  /** Expected time of the whole run, in seconds. */
  public double totalSeconds() {
    return secondsPerRound * rounds;
  }
}
