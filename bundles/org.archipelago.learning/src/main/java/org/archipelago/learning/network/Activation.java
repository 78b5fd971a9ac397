package org.archipelago.learning.network;

import java.util.Locale;
import org.archipelago.learning.math.FloatMath;

/**
 * A function of each value by itself, and its derivative. Loops run from 0, so that HotSpot vectorises
 * them.
 */
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
  },

  /** The hyperbolic tangent. */
  TANH("tanh") {
    @Override
    void forward(float[] x, float[] y, int count) {
      for (int i = 0; i < count; i++) {
        y[i] = FloatMath.tanh(x[i]);
      }
    }

    @Override
    void backward(float[] x, float[] y, float[] gradient, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] *= 1 - y[i] * y[i];
      }
    }
  },

  /** The logistic function. */
  SIGMOID("sigmoid") {
    @Override
    void forward(float[] x, float[] y, int count) {
      for (int i = 0; i < count; i++) {
        y[i] = FloatMath.sigmoid(x[i]);
      }
    }

    @Override
    void backward(float[] x, float[] y, float[] gradient, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] *= y[i] * (1 - y[i]);
      }
    }
  },

  /**
   * x·Φ(x) with the exact normal distribution function Φ (Hendrycks and Gimpel 2016, "Gaussian error
   * linear units"), not its approximation by tanh.
   */
  GELU("GELU") {
    @Override
    void forward(float[] x, float[] y, int count) {
      for (int i = 0; i < count; i++) {
        y[i] = x[i] * FloatMath.normalCdf(x[i]);
      }
    }

    @Override
    void backward(float[] x, float[] y, float[] gradient, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] *= FloatMath.normalCdf(x[i]) + x[i] * FloatMath.normalDensity(x[i]);
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

  /** What files call it. */
  public String id() {
    return title.toLowerCase(Locale.ROOT);
  }

  /** @throws IllegalArgumentException if there is no such id */
  public static Activation of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
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
