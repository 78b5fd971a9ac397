package org.archipelago.ui.workbench.wizard;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.data.table.Tables;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Chooses the table, the column to predict, and the columns that are no features. */
final class DataPage extends DraftPage {

  private static final List<String> TASKS =
      List.of(ExperimentDraft.AUTO, ExperimentDraft.CLASSIFICATION, ExperimentDraft.REGRESSION);

  private final Path dropped;
  private Text file;
  private Combo target;
  private Combo task;
  private Text test;
  private Button beside;
  private Label rows;
  private ColumnsTable columns;
  private PreviewTable preview;
  private boolean isReading;
  private String refused = "";

  /** @param dropped the file to begin with; null to have one chosen */
  DataPage(ExperimentDraft draft, Workspace workspace, Path dropped) {
    super(WizardMessages.data, WizardMessages.dataAdvice, draft, workspace, List.of(ComponentKind.DATA));
    this.dropped = dropped;
  }

  @Override
  public void createControl(Composite parent) {
    Composite content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).applyTo(content);
    fileRow(content);
    target = combo(content, WizardMessages.target);
    target.addListener(SWT.Selection, event -> {
      draft().setTarget(target.getText());
      refresh();
    });
    task = combo(content, WizardMessages.task);
    task.addListener(SWT.Selection, event -> {
      draft().setTask(TASKS.get(task.getSelectionIndex()));
      check();
    });
    holdOutRow(content);
    test.addListener(SWT.Modify, event -> {
      draft().setTest(test.getText().strip());
      if (draft().table() != null) {
        check();
      }
    });
    label(content, WizardMessages.columns);
    columns = new ColumnsTable(content, draft(), this::check);
    GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(400, 120).applyTo(columns.control());
    rows = label(content, WizardMessages.preview);
    preview = new PreviewTable(content);
    GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(400, 100).applyTo(preview.control());
    setControl(content);
    HelpContext.set(getControl(), "wizard");
    refresh();
  }

  private static Label label(Composite content, String text) {
    Label label = new Label(content, SWT.NONE);
    label.setText(text);
    GridDataFactory.fillDefaults().span(3, 1).applyTo(label);
    return label;
  }

  private void fileRow(Composite content) {
    new Label(content, SWT.NONE).setText(WizardMessages.file);
    file = new Text(content, SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(file);
    file.addListener(SWT.Traverse, this::enterPressed);
    file.addListener(SWT.FocusOut, event -> readTyped());
    Composite buttons = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
    button(buttons, WizardMessages.browse, this::browse);
    button(buttons, WizardMessages.browseFolder, this::browseFolder);
  }

  private static void button(Composite parent, String text, Runnable pressed) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(text);
    button.addListener(SWT.Selection, event -> pressed.run());
  }

  private void holdOutRow(Composite content) {
    new Label(content, SWT.NONE).setText(WizardMessages.test);
    Composite row = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(row);
    test = new Text(row, SWT.BORDER);
    GridDataFactory.swtDefaults().hint(60, SWT.DEFAULT).applyTo(test);
    beside = new Button(row, SWT.CHECK);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(beside);
    beside.addListener(SWT.Selection, event -> {
      draft().holdOutBeside(beside.getSelection());
      test.setEnabled(!beside.getSelection());
      check();
    });
  }

  private static Combo combo(Composite content, String name) {
    new Label(content, SWT.NONE).setText(name);
    Combo combo = new Combo(content, SWT.READ_ONLY);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(combo);
    return combo;
  }

  private void browse() {
    FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
    dialog.setText(WizardMessages.chooseFile);
    dialog.setFilterNames(new String[] {WizardMessages.csvFiles, "*.*"});
    dialog.setFilterExtensions(new String[] {"*.csv;*.CSV;*.conll;*.bio;*.iob;*.iob2;*images*ubyte;*images*ubyte.gz", "*.*"});
    dialog.setFilterPath(near());
    readChosen(dialog.open());
  }

  private void browseFolder() {
    DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.OPEN);
    dialog.setText(WizardMessages.chooseFolder);
    dialog.setMessage(WizardMessages.folderAdvice);
    dialog.setFilterPath(near());
    readChosen(dialog.open());
  }

  private String near() {
    return draft().table() == null ? home() : draft().table().file().getParent().toString();
  }

  private void readChosen(String chosen) {
    if (chosen != null) {
      read(Path.of(chosen));
    }
  }

  private static String home() {
    return System.getProperty("user.home");
  }

  /** Enter in the field of the path reads the file, and only presses the wizard's button once it is read. */
  private void enterPressed(Event event) {
    if (event.detail == SWT.TRAVERSE_RETURN) {
      event.doit = isShown(file.getText().strip());
      readTyped();
    }
  }

  private boolean isShown(String path) {
    return draft().table() != null && path.equals(draft().table().file().toString());
  }

  /** Reads the file whose path was typed, unless it is the one that is shown. */
  private void readTyped() {
    String typed = file.getText().strip();
    if (typed.isEmpty() || isReading || typed.equals(refused)) {
      return;
    }
    if (isShown(typed)) {
      check();
      return;
    }
    Optional<Path> path = pathOf(typed);
    if (path.isPresent()) {
      read(path.get());
    } else {
      setErrorMessage(NLS.bind(WizardMessages.noPath, typed));
      setPageComplete(false);
    }
  }

  /** The file of that path, if there is one; a tilde stands for the user's home. */
  private static Optional<Path> pathOf(String typed) {
    try {
      Path path = Path.of(typed.replaceFirst("^~(?=/)", Matcher.quoteReplacement(home()))).toAbsolutePath();
      return Optional.of(path).filter(Tables::isThere);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Reads the file in the background; the wizard shows how far it is and can stop it. */
  private void read(Path path) {
    file.setText(path.toString());
    refused = "";
    isReading = true;
    TableSummary[] read = new TableSummary[1];
    try {
      getContainer().run(true, true, monitor -> read[0] = read(path, monitor));
      draft().use(read[0]);
      refresh();
    } catch (InvocationTargetException e) {
      refuse(path, e.getCause());
    } catch (InterruptedException stopped) {
      setErrorMessage(NLS.bind(WizardMessages.readingStopped, path.getFileName()));
    } finally {
      isReading = false;
    }
  }

  private static TableSummary read(Path path, IProgressMonitor monitor) {
    monitor.beginTask(NLS.bind(WizardMessages.reading, path.getFileName()), IProgressMonitor.UNKNOWN);
    return TableSummary.read(path, (what, done, total) -> {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      monitor.subTask(NLS.bind(WizardMessages.rows, done));
    });
  }

  private void refuse(Path path, Throwable why) {
    refused = path.toString();
    if (why instanceof OperationCanceledException) {
      setErrorMessage(NLS.bind(WizardMessages.readingStopped, path.getFileName()));
    } else if (why instanceof InvalidInputException problem) {
      setErrorMessage(problem.problems().getFirst().toLocalizedString());
    } else {
      throw new IllegalStateException(why);
    }
    setPageComplete(draft().table() != null && getErrorMessage() == null);
  }

  @Override
  void refresh() {
    TableSummary table = draft().table();
    boolean there = table != null;
    target.setEnabled(there);
    task.setEnabled(there);
    test.setEnabled(there && draft().testSource().isEmpty());
    showBeside(table);
    if (!test.getText().equals(draft().test())) {
      test.setText(draft().test());
    }
    if (there) {
      file.setText(table.file().toString());
      file.setSelection(file.getCharCount());
      target.setItems(table.possibleTargets().toArray(String[]::new));
      target.setText(draft().target());
      task.setItems(
          NLS.bind(WizardMessages.auto, detected()),
          WizardMessages.classification,
          WizardMessages.regression);
      task.select(TASKS.indexOf(draft().task()));
      rows.setText(WizardMessages.preview + " (" + NLS.bind(WizardMessages.rows, table.rows()) + ")");
      columns.show();
      preview.show(table);
      check();
    }
  }

  private void showBeside(TableSummary table) {
    boolean some = table != null && table.testBeside().isPresent();
    beside.setVisible(some);
    if (some) {
      beside.setText(NLS.bind(WizardMessages.testBeside, table.testBeside().get().getFileName()));
      beside.setSelection(draft().testSource().isPresent());
      beside.requestLayout();
    }
  }

  private String detected() {
    ColumnSummary column = draft().table().column(draft().target()).orElseThrow();
    return column.hasClasses()
        ? NLS.bind(WizardMessages.classes, column.distinct())
        : WizardMessages.numbers;
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    if (visible && draft().table() == null) {
      setErrorMessage(null);
      setMessage(WizardMessages.noFile);
      if (dropped != null) {
        getControl().getDisplay().asyncExec(() -> read(dropped));
      }
    }
  }

  @Override
  void check() {
    TableSummary table = draft().table();
    setMessage(
        table != null && table.broughtTo().isPresent()
            ? NLS.bind(WizardMessages.broughtTo, table.broughtTo().get())
            : WizardMessages.dataAdvice);
    super.check();
  }
}
