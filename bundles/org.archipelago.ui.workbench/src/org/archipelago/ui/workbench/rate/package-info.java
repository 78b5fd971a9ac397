/** The learning-rate range test of the experiment in the editor. */
package org.archipelago.ui.workbench.rate;
