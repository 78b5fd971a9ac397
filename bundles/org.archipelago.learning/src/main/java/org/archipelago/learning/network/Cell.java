package org.archipelago.learning.network;

import java.util.Locale;
import org.archipelago.learning.math.FloatMath;

/**
 * What a recurrent layer does at a word: from the word and what it remembers of those before it computes gates,
 * and what it remembers now. Arrays have runs of as many values as there are units, one a gate. Loops run from 0,
 * so that HotSpot vectorises them.
 */
public enum Cell {

  /**
   * Gated recurrent unit (Cho et al. 2014, "Learning phrase representations using RNN encoder-decoder"), its
   * gates reset r, update z, candidate n: {@code h = (1 − z)·n + z·h'}, {@code n = tanh(Wx + b + r·(Uh'))}. As in
   * cuDNN the reset comes after the product.
   */
  GRU(3) {
    @Override
    void forward(float[] gates, float[] recurrent, float[] state, float[] memory, int units) {
      for (int i = 0; i < 2 * units; i++) {
        gates[i] = FloatMath.sigmoid(gates[i] + recurrent[i]);
      }
      for (int i = 0; i < units; i++) {
        memory[i] = recurrent[2 * units + i];
        gates[2 * units + i] = FloatMath.tanh(gates[2 * units + i] + gates[i] * memory[i]);
      }
      for (int i = 0; i < units; i++) {
        float update = gates[units + i];
        state[i] = (1 - update) * gates[2 * units + i] + update * state[i];
      }
    }

    @Override
    void backward(
        float[] gates,
        float[] memory,
        float[] stateBefore,
        float[] memoryBefore,
        float[] stateGradient,
        float[] memoryGradient,
        float[] recurrent,
        int units) {
      for (int i = 0; i < units; i++) {
        float reset = gates[i];
        float update = gates[units + i];
        float candidate = gates[2 * units + i];
        float gradient = stateGradient[i];
        float inner = gradient * (1 - update) * (1 - candidate * candidate);
        gates[i] = inner * memory[i] * reset * (1 - reset);
        gates[units + i] = gradient * (stateBefore[i] - candidate) * update * (1 - update);
        gates[2 * units + i] = inner;
        recurrent[i] = gates[i];
        recurrent[units + i] = gates[units + i];
        recurrent[2 * units + i] = inner * reset;
        stateGradient[i] = gradient * update;
      }
    }
  },

  /**
   * Long short-term memory (Hochreiter and Schmidhuber 1997; with a forget gate: Gers, Schmidhuber and Cummins
   * 2000), its gates input i, forget f, candidate g, output o: {@code c = f·c' + i·g}, {@code h = o·tanh(c)}. The
   * forget gate's bias starts at 1 (Jozefowicz, Zaremba and Sutskever 2015).
   */
  LSTM(4) {
    @Override
    void forward(float[] gates, float[] recurrent, float[] state, float[] memory, int units) {
      for (int i = 0; i < 4 * units; i++) {
        gates[i] += recurrent[i];
      }
      for (int i = 0; i < 2 * units; i++) {
        gates[i] = FloatMath.sigmoid(gates[i]);
      }
      for (int i = 2 * units; i < 3 * units; i++) {
        gates[i] = FloatMath.tanh(gates[i]);
      }
      for (int i = 3 * units; i < 4 * units; i++) {
        gates[i] = FloatMath.sigmoid(gates[i]);
      }
      for (int i = 0; i < units; i++) {
        memory[i] = gates[units + i] * memory[i] + gates[i] * gates[2 * units + i];
        state[i] = gates[3 * units + i] * FloatMath.tanh(memory[i]);
      }
    }

    @Override
    void backward(
        float[] gates,
        float[] memory,
        float[] stateBefore,
        float[] memoryBefore,
        float[] stateGradient,
        float[] memoryGradient,
        float[] recurrent,
        int units) {
      for (int i = 0; i < units; i++) {
        float in = gates[i];
        float forget = gates[units + i];
        float candidate = gates[2 * units + i];
        float out = gates[3 * units + i];
        float squashed = FloatMath.tanh(memory[i]);
        float gradient = memoryGradient[i] + stateGradient[i] * out * (1 - squashed * squashed);
        gates[i] = gradient * candidate * in * (1 - in);
        gates[units + i] = gradient * memoryBefore[i] * forget * (1 - forget);
        gates[2 * units + i] = gradient * in * (1 - candidate * candidate);
        gates[3 * units + i] = stateGradient[i] * squashed * out * (1 - out);
        memoryGradient[i] = gradient * forget;
        stateGradient[i] = 0;
      }
      System.arraycopy(gates, 0, recurrent, 0, 4 * units);
    }
  };

  private final int gates;

  Cell(int gates) {
    this.gates = gates;
  }

  /** How many gates there are, the candidate among them. */
  public int gates() {
    return gates;
  }

  /** What files call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws IllegalArgumentException if there is no such id */
  public static Cell of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /**
   * One word.
   *
   * @param gates what the word gives each gate; overwritten with the gates
   * @param recurrent what the state before gives each gate
   * @param state the state before; overwritten with the new one
   * @param memory what else was remembered; overwritten with what is now, and what {@link #backward} needs
   */
  abstract void forward(float[] gates, float[] recurrent, float[] state, float[] memory, int units);

  /**
   * One word backwards.
   *
   * @param gates as {@link #forward} left them; overwritten with the gradient of what the word gave each
   * @param memory as {@link #forward} left it
   * @param stateBefore the state before
   * @param memoryBefore what was remembered before
   * @param stateGradient with respect to the state; overwritten with the part for the state before that does not
   *     go through {@code recurrent}
   * @param memoryGradient with respect to the memory; overwritten with that for the memory before
   * @param recurrent overwritten with the gradient of what the state before gave each gate
   */
  abstract void backward(
      float[] gates,
      float[] memory,
      float[] stateBefore,
      float[] memoryBefore,
      float[] stateGradient,
      float[] memoryGradient,
      float[] recurrent,
      int units);
}
