package org.archipelago.ui.workbench.run;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Language;
import org.archipelago.results.EvaluationTable;
import org.archipelago.results.EvaluationTable.Kind;
import org.archipelago.results.EvaluationTable.Line;
import org.archipelago.results.FinalFigures;
import org.archipelago.ui.common.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;

/** Figures as lines: of each class and their averages, or over all rows with what they mean. */
final class EvaluationTables {

  private EvaluationTables() {}

  /** A line a class, then accuracy and averages. */
  static final class ByClass extends RowsTable {

    private static final int[] WEIGHTS = {20, 19, 14, 18, 17, 12};

    private List<Line> lines = List.of();

    ByClass(Composite parent) {
      super(parent);
      List<String> heads = EvaluationTable.head(Language.current());
      for (int i = 0; i < heads.size(); i++) {
        column(heads.get(i), i == 0 ? SWT.LEFT : SWT.RIGHT, WEIGHTS[i]);
      }
    }

    void show(EvaluationTable table) {
      List<Line> fresh = new ArrayList<>(table.classes());
      fresh.addAll(table.averages());
      if (!fresh.equals(lines)) {
        lines = fresh;
        fit(0, lines.stream().map(Line::name));
        table().setItemCount(lines.size());
        table().clearAll();
      }
    }

    @Override
    void fill(TableItem item, int index) {
      if (index < lines.size()) {
        Line line = lines.get(index);
        item.setText(0, line.name());
        for (int i = 0; i < line.cells().size(); i++) {
          item.setText(i + 1, line.cells().get(i));
        }
        item.setForeground(line.kind() == Kind.CLASS ? null : Palette.ACCENT.on(table()));
      }
    }
  }

  /** A line a figure. */
  static final class Overall extends RowsTable {

    private List<FinalFigures.Row> lines = List.of();

    Overall(Composite parent) {
      super(parent);
      column(EvaluationMessages.Evaluation_figure, SWT.LEFT, 28);
      column(EvaluationMessages.Evaluation_value, SWT.RIGHT, 18);
      column(EvaluationMessages.Evaluation_meaning, SWT.LEFT, 54);
    }

    void show(EvaluationTable table) {
      if (!table.others().equals(lines)) {
        lines = table.others();
        fit(0, lines.stream().map(FinalFigures.Row::label));
        fit(1, lines.stream().map(Overall::value));
        fit(2, lines.stream().map(FinalFigures.Row::note));
        table().setItemCount(lines.size());
        table().clearAll();
      }
    }

    @Override
    void fill(TableItem item, int index) {
      if (index < lines.size()) {
        FinalFigures.Row line = lines.get(index);
        item.setText(new String[] {line.label(), value(line), line.note()});
      }
    }

    private static String value(FinalFigures.Row line) {
      return (line.value() + " " + line.unit()).strip();
    }
  }
}
