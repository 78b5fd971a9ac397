package org.archipelago.strategies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;

/** Values beside each parameter that a server optimiser remembers from round to round, under a name. */
final class Remembered {

  private final String name;
  private final float initial;
  private List<float[]> values = List.of();

  /** @param initial what each value is before the first round */
  Remembered(String name, float initial) {
    this.name = name;
    this.initial = initial;
  }

  /** The values beside a tensor, to be changed in place. */
  float[] of(ModelParameters like, int tensor) {
    if (values.isEmpty()) {
      values = like.tensors().stream().map(each -> filled(each.values().length)).toList();
    }
    return values.get(tensor);
  }

  private float[] filled(int length) {
    float[] array = new float[length];
    Arrays.fill(array, initial);
    return array;
  }

  /** One flat tensor for each tensor of the model; none before the first round. */
  List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    for (float[] array : values) {
      tensors.add(new Tensor(name + tensors.size(), new int[] {array.length}, array.clone()));
    }
    return tensors;
  }

  /** Takes back what {@link #tensors} gave, out of a state that may hold more. */
  void restore(ModelParameters state) {
    List<float[]> restored = new ArrayList<>();
    for (Tensor tensor : state.tensors()) {
      if (tensor.name().equals(name + restored.size())) {
        restored.add(tensor.values().clone());
      }
    }
    values = restored;
  }
}
