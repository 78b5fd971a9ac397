/** Tables as read from CSV: columns of numbers or of texts, with missing values. */
package org.archipelago.data.table;
