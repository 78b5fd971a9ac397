package org.archipelago.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientSampler;
import org.archipelago.federation.SamplingScheme;
import org.junit.jupiter.api.Test;

class SamplersTest {

  private static final int ROUNDS = 4000;

  private final List<ClientInfo> clients =
      IntStream.range(0, 50).mapToObj(i -> new ClientInfo(i, "client " + i, 10)).toList();

  @Test
  void poissonDrawsEachClientByItselfAtItsRate() {
    ClientSampler sampler = new PoissonSampler().create(new ParameterValues(Map.of("rate", 0.2)));
    int[] sizes = new int[ROUNDS];
    int[] drawn = new int[clients.size()];
    for (int round = 0; round < ROUNDS; round++) {
      List<ClientInfo> cohort = sampler.sample(clients, new Seed(7).stream("cohort", round));
      sizes[round] = cohort.size();
      cohort.forEach(client -> drawn[client.index()]++);
    }
    double mean = IntStream.of(sizes).average().orElseThrow();
    double variance = IntStream.of(sizes).mapToDouble(s -> (s - mean) * (s - mean)).sum() / ROUNDS;
    assertEquals(10, mean, 4 * Math.sqrt(8.0 / ROUNDS));
    assertEquals(8, variance, 1, "binomial variance n q (1 − q); a fixed size would have 0");
    for (int count : drawn) {
      assertEquals(0.2 * ROUNDS, count, 5 * Math.sqrt(0.16 * ROUNDS));
    }
    assertEquals(new SamplingScheme.Poisson(0.2), sampler.scheme());
    assertEquals(10, sampler.expectedCohort(50), 1e-12);
  }

  @Test
  void poissonMayDrawNobody() {
    ClientSampler sampler = new PoissonSampler().create(new ParameterValues(Map.of("rate", 0.001)));
    assertEquals(List.of(), sampler.sample(clients, new Seed(1).stream("cohort", 1)));
  }

  @Test
  void uniformDrawsTheSameNumberInTheOrderOfIndices() {
    ClientSampler sampler = new UniformSampler().create(new ParameterValues(Map.of("size", 5)));
    Set<Integer> seen = new HashSet<>();
    for (int round = 0; round < 200; round++) {
      List<Integer> cohort =
          sampler.sample(clients, new Seed(7).stream("cohort", round)).stream()
              .map(ClientInfo::index)
              .toList();
      assertEquals(5, Set.copyOf(cohort).size());
      assertEquals(cohort.stream().sorted().toList(), cohort);
      seen.addAll(cohort);
    }
    assertEquals(50, seen.size());
    assertEquals(3, sampler.sample(clients.subList(0, 3), new Seed(1).stream("cohort")).size());
    assertTrue(sampler.expectedCohort(3) == 3);
  }

  @Test
  void everyoneIsEveryone() {
    ClientSampler sampler = new EveryoneSampler().create(ParameterValues.NONE);
    assertEquals(clients, sampler.sample(clients, new Seed(1).stream("cohort")));
  }
}
