/** The partition studio: how rows lie on clients, seen, painted, dealt by rule and solved for goals. */
package org.archipelago.ui.workbench.partition;
