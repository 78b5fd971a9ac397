/**
 * From files to clients: sources, encoding, partitioning, and the figures that describe them.
 */
package org.archipelago.data;
