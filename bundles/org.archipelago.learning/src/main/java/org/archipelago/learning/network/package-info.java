/**
 * Networks of layers that compose, and the losses they end in.
 *
 * <p>A new kind of layer implements {@link org.archipelago.learning.network.Layer} and
 * {@link org.archipelago.learning.network.LayerWorkspace}; nothing else has to know of it.
 */
package org.archipelago.learning.network;
