/** Runs: starting, watching, pausing and stopping them, and looking at past ones. */
package org.archipelago.ui.workbench.run;
