package org.archipelago.federation;

import java.util.List;
import org.archipelago.core.RandomStream;

/** Chooses who takes part in a round. */
public interface ClientSampler {

  /**
   * The cohort of a round, in the order of the clients' indices; may be empty.
   *
   * @param clients everyone there is, in the order of their indices
   * @param round from 1
   * @param random the round's own stream
   */
  List<ClientInfo> sample(List<ClientInfo> clients, int round, RandomStream random);

  SamplingScheme scheme();

  /** Expected size of the cohort; public, since it does not depend on who was drawn. */
  double expectedCohort(int clients);
}
