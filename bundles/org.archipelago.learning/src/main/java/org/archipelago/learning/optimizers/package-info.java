/** The optimisers that a client can train with. */
package org.archipelago.learning.optimizers;
