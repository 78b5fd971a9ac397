/** The tree of samples, the user's own experiments, and runs. */
package org.archipelago.ui.workbench.experiments;
