/** The checks that keep the bundles as ARCHITECTURE.md draws them. */
package org.archipelago.architecture;
