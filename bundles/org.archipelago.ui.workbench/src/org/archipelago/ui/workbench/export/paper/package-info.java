/** A report drawn on a canvas, where the system has no browser to show it in. */
package org.archipelago.ui.workbench.export.paper;
