package org.archipelago.ui.workbench.wizard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.form.ComponentSection;
import org.archipelago.ui.workbench.editor.form.FormPage;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.widgets.Composite;

/** Chooses the components of some sections and fills in their parameters. */
final class ComponentPage extends DraftPage {

  private final Map<ComponentKind, String> headings;
  private final DraftFields fields;
  private FormPage form;
  private boolean isMade;

  /** @param headings what the sections are called, in the order to show them; empty for no heading */
  ComponentPage(
      String title,
      String advice,
      ExperimentDraft draft,
      Workspace workspace,
      Map<ComponentKind, String> headings) {
    super(title, advice, draft, workspace, List.copyOf(headings.keySet()));
    this.headings = headings;
    this.fields = new DraftFields(draft, this::changed);
  }

  @Override
  public void createControl(Composite parent) {
    form = new FormPage(parent, problem -> { });
    setControl(form.control());
    HelpContext.set(getControl(), "wizard");
  }

  @Override
  void refresh() {
    if (!isMade) {
      headings.forEach(this::section);
      isMade = true;
    }
    form.show();
    check();
  }

  private void section(ComponentKind kind, String heading) {
    if (!heading.isEmpty()) {
      form.heading(heading);
    }
    form.add(new ComponentSection(form.content(), kind.key(), kind, fields, form.reflow()));
  }

  private void changed(Optional<ComponentKind> chosen) {
    if (chosen.isPresent()) {
      List<String> mended = new Mending(draft(), workspace()).mend();
      setMessage(
          mended.isEmpty() ? null : String.join("\n", mended),
          mended.isEmpty() ? IMessageProvider.NONE : IMessageProvider.INFORMATION);
    }
    refresh();
  }

  @Override
  void finishTyping() {
    fields.typing().flush();
  }

  @Override
  void showProblems(List<Problem> problems) {
    form.showProblems(problems);
  }
}
