/** The pages of the folder docs, shown and searched inside the workbench. */
package org.archipelago.ui.help;
