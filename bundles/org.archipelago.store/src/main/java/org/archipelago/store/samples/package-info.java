/** The experiments that ship with the program. */
package org.archipelago.store.samples;
