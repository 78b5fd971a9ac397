/**
 * The service interfaces that a federation is composed of: samplers, strategies, aggregators, server
 * optimisers, update processors, privacy mechanisms, and the backend that makes clients train.
 */
package org.archipelago.federation;
