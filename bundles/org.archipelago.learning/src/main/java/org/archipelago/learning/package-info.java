/**
 * Models, their parameters as named tensors, losses and local optimisers.
 */
package org.archipelago.learning;
