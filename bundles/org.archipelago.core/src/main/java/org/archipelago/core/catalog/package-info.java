/**
 * Self-description of everything pluggable: component factories, their parameters, and the catalog
 * that finds them by kind and id. Forms, files, command line and validation are derived from it.
 */
package org.archipelago.core.catalog;
