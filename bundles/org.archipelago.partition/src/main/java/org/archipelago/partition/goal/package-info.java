/** What a partition is to be like, and the solver that finds one, or says which goals conflict. */
package org.archipelago.partition.goal;
