package org.archipelago.ui.workbench.wizard;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.jface.wizard.WizardPage;

/** A page that changes its part of the draft, and says what is wrong with it so far. */
abstract class DraftPage extends WizardPage {

  private final ExperimentDraft draft;
  private final Workspace workspace;
  private final List<ComponentKind> kinds;

  /** @param kinds sections that the page is about */
  DraftPage(
      String title, String advice, ExperimentDraft draft, Workspace workspace, List<ComponentKind> kinds) {
    super(title, title, Icons.BANNER.descriptor());
    setDescription(advice);
    this.draft = draft;
    this.workspace = workspace;
    this.kinds = kinds;
    setPageComplete(false);
  }

  final ExperimentDraft draft() {
    return draft;
  }

  final Workspace workspace() {
    return workspace;
  }

  /** Everything wrong with the draft in the page's own sections. */
  private List<Problem> problems() {
    return workspace.read(DraftText.of(draft), draft.name() + Workspace.ENDING).problems().stream()
        .filter(problem -> kinds.stream().anyMatch(kind -> isIn(problem.path(), kind.key())))
        .toList();
  }

  private static boolean isIn(String path, String section) {
    return path.equals(section) || path.startsWith(section + ".");
  }

  /** Shows the first problem, if there is one; the page is complete when there is none. */
  void check() {
    List<Problem> problems = problems();
    showProblems(problems);
    Optional<Problem> first = problems.stream().findFirst();
    setErrorMessage(first.map(problem -> problem.path() + ": " + problem.localizedMessage()).orElse(null));
    setPageComplete(first.isEmpty());
  }

  /** Shows what is wrong where it is; the title says the first. */
  void showProblems(List<Problem> problems) {}

  /** Takes over what is still being typed. */
  void finishTyping() {}

  /** Shows the draft as it is now; called whenever the page comes to the front. */
  abstract void refresh();

  @Override
  public void setVisible(boolean visible) {
    if (visible) {
      refresh();
    } else {
      finishTyping();
    }
    super.setVisible(visible);
  }
}
