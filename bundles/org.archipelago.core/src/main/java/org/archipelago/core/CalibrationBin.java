package org.archipelago.core;

/**
 * Rows about whose prediction a model is about equally sure: how sure it is, and how often it is right.
 *
 * @param from confidences lie above this
 * @param to and at most here
 * @param rows how many there are, at least 1
 * @param confidence mean probability given to the predicted class
 * @param accuracy share of them whose class is predicted
 */
public record CalibrationBin(double from, double to, long rows, double confidence, double accuracy) {}
