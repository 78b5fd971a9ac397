package org.archipelago.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/**
 * Arrays of the model's size, one for each client that has taken part, and one of the server's. May be read while
 * another client's is written.
 */
final class ClientMemory {

  private static final int SERVER = -1;

  private final Map<Integer, ModelParameters> held = new ConcurrentHashMap<>();

  Optional<ModelParameters> of(int client) {
    return Optional.ofNullable(held.get(client));
  }

  Optional<ModelParameters> server() {
    return of(SERVER);
  }

  void put(int client, ModelParameters values) {
    held.put(client, values);
  }

  void putServer(ModelParameters values) {
    put(SERVER, values);
  }

  /** All of it; the tensors' names begin with the client's index. */
  ModelParameters state() {
    List<Tensor> tensors = new ArrayList<>();
    new TreeMap<>(held)
        .forEach(
            (client, values) ->
                values.tensors().forEach(
                    tensor -> tensors.add(new Tensor(client + "/" + tensor.name(), tensor.shape(), tensor.values()))));
    return new ModelParameters(tensors).copy();
  }

  /** Takes back what {@link #state} gave. */
  void restore(ModelParameters state) {
    Map<Integer, List<Tensor>> byClient = new TreeMap<>();
    for (Tensor tensor : state.copy().tensors()) {
      int slash = tensor.name().indexOf('/');
      byClient
          .computeIfAbsent(Integer.valueOf(tensor.name().substring(0, slash)), client -> new ArrayList<>())
          .add(new Tensor(tensor.name().substring(slash + 1), tensor.shape(), tensor.values()));
    }
    held.clear();
    byClient.forEach((client, tensors) -> held.put(client, new ModelParameters(tensors)));
  }
}
