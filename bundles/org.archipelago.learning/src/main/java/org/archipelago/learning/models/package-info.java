/** The model families that an experiment can choose. */
package org.archipelago.learning.models;
