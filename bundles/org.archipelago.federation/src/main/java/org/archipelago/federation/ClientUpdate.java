package org.archipelago.federation;

import java.util.List;
import org.archipelago.learning.ModelParameters;

/**
 * What comes back from a client.
 *
 * @param client who
 * @param delta its parameters after training minus the global ones before; owned by the receiver
 * @param steps optimiser steps taken
 * @param trainLoss mean loss over its steps
 * @param seconds time it trained
 * @param bytesUp bytes it sent
 * @param bytesDown bytes it received
 * @param norm L2 norm of the delta as it left the client
 * @param clipped whether a processor scaled the delta down
 */
public record ClientUpdate(
    ClientInfo client,
    ModelParameters delta,
    int steps,
    double trainLoss,
    double seconds,
    long bytesUp,
    long bytesDown,
    double norm,
    boolean clipped) {

  /** The same figures, the delta let go of. */
  public ClientUpdate withoutDelta() {
    return new ClientUpdate(
        client,
        new ModelParameters(List.of()),
        steps,
        trainLoss,
        seconds,
        bytesUp,
        bytesDown,
        norm,
        clipped);
  }

  /** The same update, its delta scaled down in place to be clipped. */
  public ClientUpdate asClipped() {
    return new ClientUpdate(
        client, delta, steps, trainLoss, seconds, bytesUp, bytesDown, norm, true);
  }
}
