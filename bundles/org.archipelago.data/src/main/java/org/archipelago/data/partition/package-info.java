/** The partitioners: rules by which rows are dealt to clients, one class a rule. */
package org.archipelago.data.partition;
