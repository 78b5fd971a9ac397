/** Charts on SWT: drawn off the UI thread, with a crosshair, to copy and to save. */
package org.archipelago.ui.charts;
