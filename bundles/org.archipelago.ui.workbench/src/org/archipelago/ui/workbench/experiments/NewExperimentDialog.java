package org.archipelago.ui.workbench.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a new experiment's name and for what it begins with: a sample, or an outline to fill in. */
final class NewExperimentDialog extends TitleAreaDialog {

  private final Path folder;
  private final List<SampleExperiment> samples = SampleExperiments.all();
  private final Optional<SampleExperiment> suggested;
  private Text nameField;
  private Combo template;
  private boolean nameIsTheUsers;
  private boolean filling;
  private String name = "";
  private String text = "";

  /** @param suggested the sample that is chosen to begin with */
  NewExperimentDialog(Shell shell, Path folder, Optional<SampleExperiment> suggested) {
    super(shell);
    this.folder = folder;
    this.suggested = suggested;
    setHelpAvailable(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(Messages.New_title);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite outer = (Composite) super.createDialogArea(parent);
    HelpContext.set(outer, "experiments");
    Composite area = new Composite(outer, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(area);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    new Label(area, SWT.NONE).setText(Messages.New_name);
    nameField = new Text(area, SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(nameField);
    new Label(area, SWT.NONE).setText(Messages.New_template);
    template = new Combo(area, SWT.READ_ONLY);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(template);
    List<String> titles = new ArrayList<>(samples.stream().map(SampleExperiment::title).toList());
    titles.add(Messages.New_empty);
    template.setItems(titles.toArray(String[]::new));
    template.select(suggested.map(samples::indexOf).orElse(0));
    template.addModifyListener(event -> suggestName());
    nameField.addModifyListener(event -> {
      nameIsTheUsers |= !filling;
      check();
    });
    setTitleImage(Icons.BANNER.image());
    setTitle(Messages.New_heading);
    suggestName();
    nameField.selectAll();
    nameField.setFocus();
    return outer;
  }

  private Optional<SampleExperiment> sample() {
    int index = template.getSelectionIndex();
    return index < samples.size() ? Optional.of(samples.get(index)) : Optional.empty();
  }

  private void suggestName() {
    if (!nameIsTheUsers) {
      filling = true;
      nameField.setText(free(sample().map(SampleExperiment::id).orElse(Messages.New_emptyName)));
      filling = false;
    }
    check();
  }

  private String free(String stem) {
    String candidate = stem;
    for (int number = 2; FileName.mistake(folder, candidate, null).isPresent(); number++) {
      candidate = stem + "-" + number;
    }
    return candidate;
  }

  private void check() {
    Optional<String> mistake = FileName.mistake(folder, nameField.getText(), null);
    setErrorMessage(mistake.orElse(null));
    if (mistake.isEmpty()) {
      setMessage(NLS.bind(
          Messages.New_message, FileName.file(folder, nameField.getText()).getFileName()));
    }
    if (getButton(IDialogConstants.OK_ID) != null) {
      getButton(IDialogConstants.OK_ID).setEnabled(mistake.isEmpty());
    }
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, Messages.New_create, true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    check();
  }

  @Override
  protected void okPressed() {
    name = nameField.getText().strip();
    String content = sample().map(SampleExperiment::text).orElseGet(EmptyExperiment::text);
    text = nameIsTheUsers || sample().isEmpty()
        ? ExperimentText.withName(content, FileName.stem(FileName.file(folder, name)))
        : content;
    super.okPressed();
  }

  /** The file to make. */
  Path file() {
    return FileName.file(folder, name);
  }

  /** What to write into it. */
  String text() {
    return text;
  }
}
