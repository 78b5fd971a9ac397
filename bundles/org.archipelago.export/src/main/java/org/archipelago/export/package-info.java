/** What leaves the program as a file: rounds as CSV, the model, and in {@code report} the report. */
package org.archipelago.export;
