package org.archipelago.ui.workbench.wizard;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.Problem;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Names the experiment and shows the file as it will be written. */
final class ReviewPage extends DraftPage {

  private Text name;
  private Text preview;
  private Button runAtOnce;

  ReviewPage(ExperimentDraft draft, Workspace workspace) {
    super(WizardMessages.review, WizardMessages.reviewAdvice, draft, workspace, List.of());
  }

  @Override
  public void createControl(Composite parent) {
    Composite content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).applyTo(content);
    new Label(content, SWT.NONE).setText(WizardMessages.name);
    name = new Text(content, SWT.BORDER);
    name.addListener(SWT.Modify, event -> rename());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
    preview = new Text(content, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
    preview.setFont(JFaceResources.getTextFont());
    GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(400, 200).applyTo(preview);
    runAtOnce = new Button(content, SWT.CHECK);
    runAtOnce.setText(WizardMessages.runAtOnce);
    runAtOnce.setSelection(true);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(runAtOnce);
    setControl(content);
    HelpContext.set(getControl(), "wizard");
  }

  boolean isToRun() {
    return runAtOnce.getSelection();
  }

  @Override
  void refresh() {
    if (!name.getText().equals(draft().name())) {
      name.setText(draft().name());
    }
    check();
  }

  private void rename() {
    draft().setName(name.getText().strip());
    check();
  }

  @Override
  void check() {
    preview.setText(DraftText.of(draft()));
    Optional<Problem> first =
        workspace().read(preview.getText(), draft().name() + Workspace.ENDING).problems().stream().findFirst();
    String problem = first.map(p -> p.path() + ": " + p.localizedMessage()).orElse(null);
    setErrorMessage(draft().name().isEmpty() ? WizardMessages.nameMissing : problem);
    setPageComplete(getErrorMessage() == null);
  }
}
