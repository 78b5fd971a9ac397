/** Sessions that remote clients join: opening one, who is here, and the run with them. */
package org.archipelago.ui.workbench.session;
