/**
 * The remote participant: trains on a CSV file that stays where it is, and sends updates to a session.
 * A library, and a command line in one runnable jar for Java 17 or later.
 */
package org.archipelago.client;
