/** How numeric columns are brought to a common scale without looking at pooled rows. */
package org.archipelago.data.scaling;
