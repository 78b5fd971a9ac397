/** What the analyst can set, the pages on which it is set, and where it is kept. */
package org.archipelago.ui.workbench.preferences;
