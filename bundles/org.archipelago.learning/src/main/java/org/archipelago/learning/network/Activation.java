package org.archipelago.learning.network;

/** A function of each value by itself, and its derivative. The loops run from 0, so that HotSpot vectorises them. */
public enum Activation {

  /** {@code max(x, 0)}; its derivative at 0 is taken as 0. NaN stays NaN, so that divergence shows. */
  RELU("ReLU") {
    @Override
    void forward(float[] x, float[] y, int count) {
      for (int i = 0; i < count; i++) {
        y[i] = Math.max(x[i], 0f);
      }
    }

    @Override
    void backward(float[] x, float[] y, float[] gradient, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] = y[i] > 0 ? gradient[i] : 0f;
      }
    }
  };

  private final String title;

  Activation(String title) {
    this.title = title;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** {@code y[i] = f(x[i])}. */
  abstract void forward(float[] x, float[] y, int count);

  /**
   * {@code gradient[i] *= f'(x[i])}.
   *
   * @param x what {@link #forward} took
   * @param y what it gave
   */
  abstract void backward(float[] x, float[] y, float[] gradient, int count);
}
