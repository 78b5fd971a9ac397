package org.archipelago.ui.workbench.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Problem;
import org.archipelago.engine.SessionOptions;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.HelpContext;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks how a session shall be held, and stays until it is open or given up. */
final class OpenSessionDialog extends TitleAreaDialog {

  private static final String PATH = "path";
  private static final String MISTAKE = "mistakeOf";
  private static final String EVERYWHERE = "0.0.0.0";
  private static final int WIDTH = 420;

  private final SessionOpening opening;
  private final Map<String, Text> fields = new LinkedHashMap<>();
  private final Map<String, Label> mistakes = new LinkedHashMap<>();
  private Button here;
  private Button network;
  private Label warning;
  private ProgressBar progress;
  private Job job;

  OpenSessionDialog(Shell parent, SessionOpening opening) {
    super(parent);
    this.opening = opening;
    setHelpAvailable(false);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(SessionMessages.dialog_title);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitleImage(Icons.BANNER.image());
    setTitle(NLS.bind(SessionMessages.dialog_heading, opening.experiment().name()));
    setMessage(SessionMessages.dialog_advice);
    Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    HelpContext.set(area, "session");
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    GridLayoutFactory.swtDefaults().margins(14, 10).numColumns(2).spacing(10, 4).applyTo(area);
    createReach(area);
    field(area, SessionForm.PORT, SessionMessages.field_port, "0", SessionMessages.hint_port);
    field(
        area,
        SessionForm.DEADLINE,
        SessionMessages.field_deadline,
        Long.toString(SessionOptions.DEFAULT.deadline().toSeconds()),
        SessionMessages.hint_deadline);
    field(
        area,
        SessionForm.INVITATIONS,
        SessionMessages.field_invitations,
        "1",
        SessionMessages.hint_invitations);
    progress = new ProgressBar(area, SWT.INDETERMINATE);
    progress.setVisible(false);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, 8).applyTo(progress);
    reachChanged();
    return area;
  }

  private void createReach(Composite area) {
    Label label = new Label(area, SWT.NONE);
    label.setText(SessionMessages.field_reach);
    here = radio(area, SessionMessages.reach_here);
    here.setSelection(true);
    new Label(area, SWT.NONE);
    network = radio(area, SessionMessages.reach_network);
    field(
        area,
        SessionForm.ADDRESS,
        SessionMessages.field_address,
        EVERYWHERE,
        SessionMessages.hint_address);
    new Label(area, SWT.NONE);
    warning = new Label(area, SWT.WRAP);
    warning.setText(SessionMessages.warning_tls);
    Palette.WARNING.applyTo(warning);
    GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(warning);
  }

  private Button radio(Composite area, String text) {
    Button button = new Button(area, SWT.RADIO);
    button.setText(text);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> reachChanged()));
    return button;
  }

  private void field(Composite area, String path, String title, String value, String hint) {
    Label label = new Label(area, SWT.NONE);
    label.setText(title);
    Text text = new Text(area, SWT.BORDER);
    text.setText(value);
    text.setToolTipText(hint);
    text.setData(PATH, path);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    new Label(area, SWT.NONE);
    Label below = new Label(area, SWT.WRAP);
    below.setData(MISTAKE, path);
    GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(below);
    fields.put(path, text);
    mistakes.put(path, below);
    hint(path, hint);
    text.addModifyListener(event -> validate());
  }

  private void hint(String path, String text) {
    Label below = mistakes.get(path);
    below.setText(text);
    Palette.QUIET.applyTo(below);
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, SessionMessages.dialog_open, true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
  }

  private void reachChanged() {
    boolean others = network.getSelection();
    fields.get(SessionForm.ADDRESS).setEnabled(others);
    warning.setVisible(others);
    validate();
  }

  private SessionForm form() {
    return new SessionForm(
        network.getSelection()
            ? fields.get(SessionForm.ADDRESS).getText()
            : SessionOptions.DEFAULT.address(),
        fields.get(SessionForm.PORT).getText(),
        fields.get(SessionForm.DEADLINE).getText(),
        fields.get(SessionForm.INVITATIONS).getText());
  }

  private void validate() {
    if (fields.containsKey(SessionForm.INVITATIONS)) {
      List<Problem> problems = form().problems();
      show(problems);
      enableOpen(problems.isEmpty());
    }
  }

  private void enableOpen(boolean enabled) {
    Button open = getButton(IDialogConstants.OK_ID);
    if (open != null) {
      open.setEnabled(enabled);
    }
  }

  /** Each problem at its field; what belongs to none at the top. */
  private void show(List<Problem> problems) {
    fields.forEach((path, text) -> hint(path, text.getToolTipText()));
    setErrorMessage(null);
    for (Problem problem : problems) {
      Label below = mistakes.get(problem.path());
      if (below == null) {
        setErrorMessage(problem.toString());
      } else {
        below.setText(problem.localizedMessage());
        Palette.ERROR.applyTo(below);
      }
    }
    getShell().layout(true, true);
  }

  @Override
  protected void okPressed() {
    SessionForm form = form();
    busy(true);
    Display display = getShell().getDisplay();
    job = opening.start(
        form.options(),
        form.invitationCount(),
        problems -> display.asyncExec(() -> ended(problems)));
  }

  private void busy(boolean busy) {
    progress.setVisible(busy);
    enableOpen(!busy);
    here.setEnabled(!busy);
    network.setEnabled(!busy);
    fields.values().forEach(text -> text.setEnabled(!busy));
    fields.get(SessionForm.ADDRESS).setEnabled(!busy && network.getSelection());
  }

  private void ended(List<Problem> problems) {
    if (getShell() == null || getShell().isDisposed()) {
      return;
    }
    if (problems.isEmpty()) {
      super.okPressed();
      return;
    }
    busy(false);
    show(problems);
    Text wrong = fields.get(problems.getFirst().path());
    if (wrong != null) {
      wrong.setFocus();
      wrong.selectAll();
    }
  }

  @Override
  protected void cancelPressed() {
    if (job != null) {
      job.cancel();
    }
    super.cancelPressed();
  }
}
