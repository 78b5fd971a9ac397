/**
 * Run records on disk: a folder a run, readable by anyone, whole up to the last round even after the
 * process was killed.
 */
package org.archipelago.store.run;
