/** The workbench's perspective and the services that its parts share. */
package org.archipelago.ui.workbench;
