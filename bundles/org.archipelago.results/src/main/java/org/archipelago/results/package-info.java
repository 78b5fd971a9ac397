/** A run's record as series, spreads, figures and formatted numbers; what charts and reports show. */
package org.archipelago.results;
