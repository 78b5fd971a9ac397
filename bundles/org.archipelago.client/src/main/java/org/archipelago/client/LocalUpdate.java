package org.archipelago.client;

import org.archipelago.learning.ModelParameters;
import org.archipelago.protocol.UpdateFigures;

/**
 * What a participant's training changed in one round.
 *
 * @param round the round
 * @param delta its parameters after training minus the global ones before
 * @param figures what is said of the training
 */
public record LocalUpdate(int round, ModelParameters delta, UpdateFigures figures) {}
