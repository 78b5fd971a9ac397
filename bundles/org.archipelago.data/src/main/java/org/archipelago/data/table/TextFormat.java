package org.archipelago.data.table;

import java.util.Optional;

/**
 * How a table in a text is read, said or found out.
 *
 * @param separator what is between cells
 * @param quote what may be around a cell
 * @param decimalComma whether numbers have a comma where others have a point
 */
record TextFormat(char separator, Optional<Character> quote, boolean decimalComma) {}
