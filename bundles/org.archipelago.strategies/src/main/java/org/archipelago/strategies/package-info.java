/**
 * Aggregation strategies and client samplers, one class a published algorithm.
 */
package org.archipelago.strategies;
