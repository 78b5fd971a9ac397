package org.archipelago.data;

import java.nio.file.Path;

/**
 * Where the rows that a partitioner deals come from.
 *
 * @param baseFolder what a relative path in its parameters is relative to
 * @param source as the experiment names it
 * @param hash SHA-256 of the data as read, hexadecimal
 * @param rows of the table, ascending
 */
public record RowOrigin(Path baseFolder, String source, String hash, int[] rows) {}
