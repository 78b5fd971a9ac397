/**
 * Values and ports that every other bundle speaks in. Nothing here needs more than the JDK.
 */
package org.archipelago.core;
