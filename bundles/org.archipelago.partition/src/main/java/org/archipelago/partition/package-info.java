/**
 * The partition studio without its windows: a partition as a draft that is painted, locked, solved for goals and undone, and
 * its manifest on disk.
 */
package org.archipelago.partition;
