package org.archipelago.ui.workbench.session;

import java.util.List;
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
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;

/** Asks how a session shall be held, and stays until it is open or given up. */
final class OpenSessionDialog extends TitleAreaDialog {

  private static final String EVERYWHERE = "0.0.0.0";

  private final SessionOpening opening;
  private HintedFields fields;
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
    setTitle(NLS.bind(SessionMessages.dialog_heading, opening.request().experiment().name()));
    setMessage(SessionMessages.dialog_advice);
    Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    HelpContext.set(area, "session");
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    GridLayoutFactory.swtDefaults().margins(14, 10).numColumns(2).spacing(10, 4).applyTo(area);
    fields = new HintedFields(area, this::validate);
    createReach(area);
    createFields();
    progress = new ProgressBar(area, SWT.INDETERMINATE);
    progress.setVisible(false);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, 8).applyTo(progress);
    reachChanged();
    return area;
  }

  private void createReach(Composite area) {
    new Label(area, SWT.NONE).setText(SessionMessages.field_reach);
    here = radio(area, SessionMessages.reach_here);
    here.setSelection(true);
    new Label(area, SWT.NONE);
    network = radio(area, SessionMessages.reach_network);
    fields.add(
        SessionForm.ADDRESS, SessionMessages.field_address, EVERYWHERE, SessionMessages.hint_address);
    warning = new Label(area, SWT.WRAP);
    warning.setText(SessionMessages.warning_tls);
    Palette.WARNING.applyTo(warning);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(2, 1)
        .hint(HintedFields.WIDTH, SWT.DEFAULT)
        .applyTo(warning);
  }

  private Button radio(Composite area, String text) {
    Button button = new Button(area, SWT.RADIO);
    button.setText(text);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> reachChanged()));
    return button;
  }

  private void createFields() {
    SessionOptions usual = SessionOptions.DEFAULT;
    fields.add(
        SessionForm.PORT,
        SessionMessages.field_port,
        Integer.toString(usual.port()),
        SessionMessages.hint_port);
    fields.add(
        SessionForm.DEADLINE,
        SessionMessages.field_deadline,
        Long.toString(usual.deadline().toSeconds()),
        SessionMessages.hint_deadline);
    fields.add(
        SessionForm.SILENCE,
        SessionMessages.field_silence,
        Long.toString(usual.silence().toSeconds()),
        SessionMessages.hint_silence);
    fields.add(
        SessionForm.INVITATIONS,
        SessionMessages.field_invitations,
        "1",
        SessionMessages.hint_invitations);
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, SessionMessages.dialog_open, true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
  }

  private void reachChanged() {
    fields.enable(SessionForm.ADDRESS, network.getSelection());
    warning.setVisible(network.getSelection());
    ((GridData) warning.getLayoutData()).exclude = !network.getSelection();
    validate();
    grow();
  }

  /** Makes room for the warning; a dialog that was made larger stays so. */
  private void grow() {
    Point needed = getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT);
    Point now = getShell().getSize();
    if (needed.y > now.y) {
      getShell().setSize(now.x, needed.y);
    }
  }

  private SessionForm form() {
    return new SessionForm(
        network.getSelection()
            ? fields.text(SessionForm.ADDRESS)
            : SessionOptions.DEFAULT.address(),
        fields.text(SessionForm.PORT),
        fields.text(SessionForm.DEADLINE),
        fields.text(SessionForm.SILENCE),
        fields.text(SessionForm.INVITATIONS));
  }

  private void validate() {
    List<Problem> problems = form().problems();
    show(problems);
    enableOpen(problems.isEmpty());
  }

  private void enableOpen(boolean enabled) {
    Button open = getButton(IDialogConstants.OK_ID);
    if (open != null) {
      open.setEnabled(enabled);
    }
  }

  /** Each problem at its field; what belongs to none at the top. */
  private void show(List<Problem> problems) {
    setErrorMessage(
        fields.show(problems).stream().map(Problem::toLocalizedString).findFirst().orElse(null));
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
    fields.enable(!busy);
    fields.enable(SessionForm.ADDRESS, !busy && network.getSelection());
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
    fields.focus(problems.getFirst());
  }

  @Override
  protected void cancelPressed() {
    if (job != null) {
      job.cancel();
    }
    super.cancelPressed();
  }
}
