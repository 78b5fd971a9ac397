package org.archipelago.ui.workbench.wizard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.osgi.util.NLS;

/**
 * Where a choice forbids a choice in another section, takes one there that goes with it: a privacy
 * strategy may need equal weights, for one. Numbers and texts are left to the user.
 */
final class Mending {

  private final ExperimentDraft draft;
  private final Workspace workspace;

  Mending(ExperimentDraft draft, Workspace workspace) {
    this.draft = draft;
    this.workspace = workspace;
  }

  /** What was changed, a sentence each. */
  List<String> mend() {
    List<String> changes = new ArrayList<>();
    for (Problem problem : problems()) {
      String[] path = problem.path().split("\\.");
      if (path.length == 2) {
        section(path[0]).flatMap(kind -> mend(kind, path[1], problem.path())).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private Optional<ComponentKind> section(String key) {
    return Arrays.stream(ComponentKind.values())
        .filter(kind -> kind.key().equals(key) && draft.section(kind) != null)
        .findFirst();
  }

  private Optional<String> mend(ComponentKind kind, String field, String path) {
    return field.equals("id") ? mendComponent(kind, path) : mendChoice(kind, field, path);
  }

  private Optional<String> mendChoice(ComponentKind kind, String field, String path) {
    ComponentDraft section = draft.section(kind);
    Optional<Object> before = section.given(field);
    List<String> choices =
        section.descriptor().parameter(field).map(ParameterDescriptor::choices).orElse(List.of());
    for (String choice : choices) {
      section.set(field, choice);
      if (!stillWrong(path)) {
        return Optional.of(NLS.bind(WizardMessages.changed, path, choice));
      }
    }
    before.ifPresentOrElse(value -> section.set(field, value), () -> section.unset(field));
    return Optional.empty();
  }

  private Optional<String> mendComponent(ComponentKind kind, String path) {
    String before = draft.section(kind).descriptor().id();
    for (ComponentDescriptor other : draft.possible(kind)) {
      draft.choose(kind, other.id());
      if (!stillWrong(path)) {
        return Optional.of(NLS.bind(WizardMessages.changed, kind.key(), other.title()));
      }
    }
    draft.choose(kind, before);
    return Optional.empty();
  }

  private boolean stillWrong(String path) {
    return problems().stream().anyMatch(problem -> problem.path().equals(path));
  }

  private List<Problem> problems() {
    return workspace.read(DraftText.of(draft), draft.name() + Workspace.ENDING).problems();
  }
}
