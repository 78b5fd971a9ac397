package org.archipelago.ui.workbench.editor.form;

import java.util.List;
import org.archipelago.core.Problem;

/** A part of a form page. */
public interface FormPart {

  /** Shows what its source says. */
  void show();

  /** Shows those problems that are this part's. */
  void showProblems(List<Problem> problems);

  void setEditable(boolean editable);

  /** Whether the problem is with that field or an element of its list. */
  static boolean isAt(Problem problem, String path) {
    return problem.path().equals(path) || problem.path().startsWith(path + "[");
  }

  /** Messages of the problems with a field, one a line. */
  static String messages(List<Problem> problems, String... paths) {
    return String.join(
        "\n",
        problems.stream()
            .filter(problem -> List.of(paths).stream().anyMatch(path -> isAt(problem, path)))
            .map(Problem::localizedMessage)
            .distinct()
            .toList());
  }
}
