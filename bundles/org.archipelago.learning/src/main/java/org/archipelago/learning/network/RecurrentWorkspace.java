package org.archipelago.learning.network;

import java.util.ArrayList;
import java.util.List;

/** The directions of a {@link Recurrent} layer side by side. */
final class RecurrentWorkspace implements LayerWorkspace {

  private final Arena arena;
  private final int inputs;
  private final int units;
  private final int gates;
  private final int positions;
  private final List<RecurrentDirection> directions = new ArrayList<>();
  private final Block output;
  private final Block inputGradient;

  RecurrentWorkspace(Recurrent layer, LayerMemory memory) {
    arena = memory.arena();
    inputs = layer.input().channels();
    units = layer.units();
    gates = layer.cell().gates() * units;
    positions = layer.input().positions();
    for (int i = 0; i < (layer.bothWays() ? 2 : 1); i++) {
      directions.add(new RecurrentDirection(layer, memory, i));
    }
    output = memory.batch(layer.output());
    inputGradient = memory.batch(layer.input());
  }

  @Override
  public Block forward(Block input, int rows, Pass pass) {
    arena.clear(output, rows);
    for (int i = 0; i < directions.size(); i++) {
      directions.get(i).forward(input, rows);
      directions.get(i).copyStates(rows, output, i * units);
    }
    return output;
  }

  @Override
  public Block backward(Block outputGradient, int rows, boolean inputWanted) {
    if (inputWanted) {
      arena.clear(inputGradient, rows);
    }
    for (int i = 0; i < directions.size(); i++) {
      directions.get(i).backward(outputGradient, i * units, rows);
      if (inputWanted) {
        directions.get(i).addInputGradient(rows, inputGradient);
      }
    }
    return inputWanted ? inputGradient : null;
  }

  @Override
  public void addGradient(int from, int to, List<Block> blocks) {
    for (int i = 0; i < directions.size(); i++) {
      directions.get(i).addGradient(from, to, blocks, RecurrentDirection.TENSORS * i);
    }
  }

  @Override
  public boolean knowsNorms() {
    return GhostNorm.isCheaper(positions, Math.min(inputs, units), gates);
  }

  @Override
  public void addSquaredNorms(int rows, double[] sums) {
    for (RecurrentDirection direction : directions) {
      direction.addSquaredNorms(rows, sums);
    }
  }

  @Override
  public void scaleRows(int rows, float[] factors) {
    for (RecurrentDirection direction : directions) {
      direction.scaleRows(rows, factors);
    }
  }
}
