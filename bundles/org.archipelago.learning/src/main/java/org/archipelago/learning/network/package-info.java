/** Networks of layers that compose, the losses they end in, and the loops that compute both. */
package org.archipelago.learning.network;
