package org.archipelago.ui.workbench.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Problem;
import org.archipelago.ui.common.Palette;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Fields of a dialog, each with a hint below that gives way to what is wrong with the field. */
final class HintedFields {

  static final int WIDTH = 420;

  private static final String PATH = "path";
  private static final String MISTAKE = "mistakeOf";

  /** One field. */
  private record Field(Text text, Label below, String hint) {

    void say(String words, Palette color) {
      below.setText(words);
      color.applyTo(below);
    }
  }

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Composite parent;
  private final Runnable onEdit;

  /** @param parent has a grid of two columns */
  HintedFields(Composite parent, Runnable onEdit) {
    this.parent = parent;
    this.onEdit = onEdit;
  }

  void add(String path, String title, String value, String hint) {
    new Label(parent, SWT.NONE).setText(title);
    Text text = new Text(parent, SWT.BORDER);
    text.setText(value);
    text.setData(PATH, path);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    new Label(parent, SWT.NONE);
    Label below = new Label(parent, SWT.WRAP);
    below.setData(MISTAKE, path);
    GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(below);
    Field field = new Field(text, below, hint);
    field.say(hint, Palette.QUIET);
    fields.put(path, field);
    text.addModifyListener(event -> onEdit.run());
  }

  String text(String path) {
    return fields.get(path).text().getText();
  }

  void enable(boolean enabled) {
    fields.keySet().forEach(path -> enable(path, enabled));
  }

  void enable(String path, boolean enabled) {
    fields.get(path).text().setEnabled(enabled);
  }

  /**
   * Shows each problem at its field.
   *
   * @return those that belong to none
   */
  List<Problem> show(List<Problem> problems) {
    fields.values().forEach(field -> field.say(field.hint(), Palette.QUIET));
    for (Problem problem : problems) {
      Field field = fields.get(problem.path());
      if (field != null) {
        field.say(problem.localizedMessage(), Palette.ERROR);
      }
    }
    return problems.stream().filter(problem -> !fields.containsKey(problem.path())).toList();
  }

  /** Takes whoever types to what has to be mended, if it is a field. */
  void focus(Problem problem) {
    Field wrong = fields.get(problem.path());
    if (wrong != null) {
      wrong.text().setFocus();
      wrong.text().selectAll();
    }
  }
}
