/**
 * The command line: an ordinary {@code main} that reads experiments, runs them, and exports what came
 * of them. It never loads the workbench.
 */
package org.archipelago.headless;
