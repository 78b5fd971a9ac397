/** The inner loops of training: plain Java, and what replaces it where the machine allows. */
package org.archipelago.learning.kernel;
