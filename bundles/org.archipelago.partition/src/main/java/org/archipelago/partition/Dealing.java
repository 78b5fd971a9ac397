package org.archipelago.partition;

import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentSpec;

/**
 * How rows are dealt.
 *
 * @param rule the partitioner with its parameters
 * @param seed of its draws
 */
public record Dealing(ComponentSpec rule, Seed seed) {}
