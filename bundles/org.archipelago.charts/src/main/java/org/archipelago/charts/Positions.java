package org.archipelago.charts;

import org.archipelago.results.Format;

/** What the positions of a chart's points are. */
public enum Positions {
  /** Rounds: whole numbers from 0. */
  ROUNDS,
  /** Shares from 0 to 1. */
  SHARES,
  /** Numbers above 0 on a logarithmic axis: a point's position is the logarithm to the base 10. */
  POWERS;

  /** What a position stands for. */
  double number(double position) {
    return this == POWERS ? Math.pow(10, position) : position;
  }

  /** A position for people to read. */
  public String text(double position) {
    return switch (this) {
      case ROUNDS -> Format.plain(position);
      case SHARES -> Format.plain(Math.round(position * 1e4) / 1e4);
      case POWERS -> Format.measure(number(position));
    };
  }

  /** The same at the axis, where there is a label a step. */
  String tick(double position) {
    return switch (this) {
      case ROUNDS -> Format.count(Math.round(position));
      case SHARES -> Format.plain(position);
      case POWERS -> Format.plain(Math.pow(10, Math.round(position)));
    };
  }

  /** Whether labels lie at whole positions only. */
  boolean isWhole() {
    return this != SHARES;
  }
}
