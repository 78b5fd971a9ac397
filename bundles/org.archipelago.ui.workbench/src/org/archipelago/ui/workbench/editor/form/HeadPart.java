package org.archipelago.ui.workbench.editor.form;

import java.util.List;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.Range;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;

/** What stands at the top of every experiment: its name, description and seed. */
final class HeadPart implements FormPart {

  static final String DESCRIPTION = "description";

  private final List<FieldRow> rows;

  HeadPart(Composite parent, FieldSource source, Runnable reflow) {
    Composite fields = Layouts.column(parent, 0);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 12).applyTo(fields);
    rows =
        List.of(
                ParameterDescriptor.text("name", Messages.Head_nameHelp).withLabel(Messages.Head_name),
                ParameterDescriptor.text(DESCRIPTION, Messages.Head_descriptionHelp)
                    .withLabel(Messages.Head_description)
                    .optional(),
                ParameterDescriptor.integer("seed", Range.ANY, Messages.Head_seedHelp)
                    .withLabel(Messages.Head_seed))
            .stream()
            .map(parameter -> new FieldRow(fields, parameter.name(), parameter, source, reflow))
            .toList();
  }

  @Override
  public void show() {
    rows.forEach(FieldRow::show);
  }

  @Override
  public void showProblems(List<Problem> problems) {
    rows.forEach(row -> row.showProblems(problems));
  }

  @Override
  public void setEditable(boolean editable) {
    rows.forEach(row -> row.setEditable(editable));
  }
}
