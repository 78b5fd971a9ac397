/** The page that greets where no experiment is open, and what happens at the start. */
package org.archipelago.ui.workbench.welcome;
