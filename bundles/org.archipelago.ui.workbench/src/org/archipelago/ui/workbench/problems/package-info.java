/** Everything that is wrong with the workspace's experiments, in one list. */
package org.archipelago.ui.workbench.problems;
