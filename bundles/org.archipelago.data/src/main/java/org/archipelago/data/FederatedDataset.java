package org.archipelago.data;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Examples;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;

/**
 * Encoded data, cut into clients, with a common hold-out that was drawn before, or comes from elsewhere.
 *
 * @param task what is learned
 * @param features names of the encoded columns
 * @param clients at least one, in the order of their indices
 * @param test the common hold-out; may have no rows
 * @param testSource where its rows are, as the experiment names it: in the same source, unless it has one of its own
 * @param testLines the lines of that source, from 1, in which they end; of images their numbers
 * @param server rows that the server owns and no client has
 * @param targetMean for regression, what was subtracted from every target; 0 where nothing was
 * @param targetScale for regression, what every target was divided by then; above 0, and 1 where
 *     nothing was done. A model's output y means {@code y × targetScale + targetMean} in the task's
 *     unit, an error e means {@code e × targetScale}
 * @param summary what a report may say of it
 * @param dataHash SHA-256 of the data as read, hexadecimal; where the hold-out or the server has a source of its own,
 *     that of both hashes, a line each
 * @param partitionHash SHA-256 of the assignment of rows to clients, hexadecimal
 * @param schema how rows that join from elsewhere are encoded in the same way
 * @param warnings what there is to beware of in the features
 */
public record FederatedDataset(
    Task task,
    List<String> features,
    List<ClientDataset> clients,
    Examples test,
    String testSource,
    List<Integer> testLines,
    Optional<Examples> server,
    double targetMean,
    double targetScale,
    DatasetSummary summary,
    String dataHash,
    String partitionHash,
    Schema schema,
    List<Problem> warnings) {

  public FederatedDataset {
    features = List.copyOf(features);
    clients = List.copyOf(clients);
    testLines = List.copyOf(testLines);
    warnings = List.copyOf(warnings);
  }

  /** The same with other rows on the clients, and what is said of them. */
  public FederatedDataset with(List<ClientDataset> others, DatasetSummary said) {
    return new FederatedDataset(
        task,
        features,
        others,
        test,
        testSource,
        testLines,
        server,
        targetMean,
        targetScale,
        said,
        dataHash,
        partitionHash,
        schema,
        warnings);
  }
}
