package org.archipelago.core;

/**
 * A step of a learning-rate range test.
 *
 * @param rate the learning rate it was taken with
 * @param loss mean loss a row of its batch, before the step; the last one's may be not finite
 */
public record LearningRateStep(double rate, double loss) {}
