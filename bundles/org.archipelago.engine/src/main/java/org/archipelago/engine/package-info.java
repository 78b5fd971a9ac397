/**
 * Executes experiments: the round loop, simulated clients, evaluation, and the handle by which a run
 * is paused, resumed and stopped. Knows no algorithm by name.
 */
package org.archipelago.engine;
