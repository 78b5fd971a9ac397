/** A run's report: what it says, as a document apart from any format, and the document as HTML. */
package org.archipelago.export.report;
