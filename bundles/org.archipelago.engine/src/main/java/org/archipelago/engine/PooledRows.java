package org.archipelago.engine;

import java.util.List;
import org.archipelago.core.Examples;
import org.archipelago.data.ClientDataset;
import org.archipelago.data.FederatedDataset;

/** The training rows of all simulated clients in one place: only a simulation can have that. */
final class PooledRows {

  private PooledRows() {}

  /** All rows, in the order of the clients. */
  static Examples of(FederatedDataset data) {
    List<Examples> parts = data.clients().stream().map(ClientDataset::train).toList();
    int columns = data.features().size();
    int rows = parts.stream().mapToInt(Examples::rows).sum();
    float[] features = new float[rows * columns];
    int width = data.clients().get(0).train().width();
    float[] targets = new float[rows * width];
    boolean weighted = parts.stream().anyMatch(part -> part.weights().length > 0);
    float[] weights = new float[weighted ? rows : 0];
    int row = 0;
    for (Examples part : parts) {
      System.arraycopy(part.features(), 0, features, row * columns, part.features().length);
      System.arraycopy(part.targets(), 0, targets, row * width, part.targets().length);
      System.arraycopy(part.weights(), 0, weights, weighted ? row : 0, part.weights().length);
      row += part.rows();
    }
    return new Examples(columns, features, width, targets, weights);
  }
}
