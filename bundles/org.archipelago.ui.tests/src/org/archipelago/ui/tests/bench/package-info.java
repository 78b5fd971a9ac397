/** How fast the workbench answers, measured in the product itself; see {@code releng/benchmarks}. */
package org.archipelago.ui.tests.bench;
