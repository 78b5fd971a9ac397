/** From a CSV file to an experiment that can run: a draft, the pages that fill it, and its text. */
package org.archipelago.ui.workbench.wizard;
