/** Figures of models, collected row by row and merged across clients without a difference in any bit. */
package org.archipelago.learning.metrics;
