/** Carrying models and reports out of the workbench. */
package org.archipelago.ui.workbench.export;
