package org.archipelago.store.experiment;

/**
 * Where something was written.
 *
 * @param file the file, or the command line option, as the user named it
 * @param line from 1; 0 on the command line
 * @param column from 1; 0 on the command line
 */
record Place(String file, int line, int column) {}
