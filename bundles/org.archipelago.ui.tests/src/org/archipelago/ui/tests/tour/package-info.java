/** A tour of the workbench that takes a picture of everything there is to see; see {@code releng/screenshots}. */
package org.archipelago.ui.tests.tour;
