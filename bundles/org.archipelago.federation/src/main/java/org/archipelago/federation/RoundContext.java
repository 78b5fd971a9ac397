package org.archipelago.federation;

import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;

/**
 * What is fixed for one round.
 *
 * @param round from 1
 * @param seed the experiment's seed; streams are taken by purpose, round and client
 * @param control asked at every batch whether to go on
 */
public record RoundContext(int round, Seed seed, RunControl control) {}
