/** What leaves the workbench: a run's report in one HTML file, and its rounds as CSV. */
package org.archipelago.export;
