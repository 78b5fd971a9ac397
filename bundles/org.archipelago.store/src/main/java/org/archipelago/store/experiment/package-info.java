/**
 * Experiment files: YAML text to a checked {@link org.archipelago.core.Experiment} and back, with the
 * line of every problem.
 */
package org.archipelago.store.experiment;
