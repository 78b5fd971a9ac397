/** Partitions that give clients columns of the same rows instead of rows of the same columns. */
package org.archipelago.partition.vertical;
