package org.archipelago.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentReader;

/** Rows of two blobs, which a line can tell apart, and experiments with them. */
final class TwoBlobs {

  private TwoBlobs() {}

  /** Writes {@code blobs.csv} with the columns x, y and label. */
  static void write(Path folder, int rows) throws IOException {
    RandomStream random = new RandomStream(1);
    StringBuilder csv = new StringBuilder("x,y,label\n");
    for (int i = 0; i < rows; i++) {
      int label = i % 2;
      csv.append(random.nextGaussian() + 3 * label)
          .append(',')
          .append(random.nextGaussian() - 2 * label)
          .append(label == 0 ? ",left\n" : ",right\n");
    }
    Files.writeString(folder.resolve("blobs.csv"), csv);
  }

  /** The text of an experiment with them, without a privacy strategy. */
  static String experiment(int clients, String training, String sampler, String strategy) {
    return """
        format: archipelago/experiment/1
        name: Two blobs
        seed: 11
        data: {source: blobs.csv, target: label, test: 0.2}
        partition: {id: iid, clients: %d}
        model: {id: softmax}
        training: {%s, batchSize: 5, optimizer: {id: sgd, learningRate: 0.3}}
        sampler: %s
        strategy: %s
        """
        .formatted(clients, training, sampler, strategy);
  }

  static RunRequest request(String text, Path folder, Catalog catalog, int threads) {
    return new RunRequest(
        ExperimentReader.read(text, "blobs.yaml", catalog, List.of()).orThrow(), text, folder, threads);
  }
}
