/**
 * Strategies that bear clients whose updates are wrong or malicious, one class a published rule. They look at all
 * updates of a round together.
 */
package org.archipelago.strategies.robust;
