/** What makes the training rows of simulated clients other than they were dealt: noise, rotation, shifts, false labels, drift. */
package org.archipelago.data.shift;
