package org.archipelago.headless;

import java.util.List;
import org.archipelago.core.Problem;
import org.archipelago.data.inspect.ColumnSummary;
import org.archipelago.data.inspect.TableSummary;

/**
 * What was found out of data.
 *
 * @param source as the user named it
 * @param summary its rows and columns
 * @param target the column that is to be predicted
 * @param suggested whether that is a suggestion
 * @param warnings what there is to beware of
 */
record Inspection(
    String source, TableSummary summary, ColumnSummary target, boolean suggested, List<Problem> warnings) {}
