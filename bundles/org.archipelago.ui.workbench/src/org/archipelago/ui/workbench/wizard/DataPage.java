package org.archipelago.ui.workbench.wizard;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.data.inspect.ColumnSummary;
import org.archipelago.data.inspect.ColumnWarning;
import org.archipelago.data.inspect.TableSummary;
import org.archipelago.data.table.FileFormat;
import org.archipelago.data.table.FormatPreview;
import org.archipelago.results.RecordedWords;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Chooses the table, the column to predict, and the columns that are no features. */
final class DataPage extends DraftPage {

  private static final List<String> TASKS =
      List.of(ExperimentDraft.AUTO, ExperimentDraft.CLASSIFICATION, ExperimentDraft.REGRESSION);

  private final Path dropped;
  private SourceField source;
  private Label found;
  private Button format;
  private Combo target;
  private Combo task;
  private Text test;
  private Button beside;
  private Label rows;
  private ColumnsTable columns;
  private PreviewTable preview;
  private Job looking;

  /** @param dropped the file to begin with; null to have one chosen */
  DataPage(ExperimentDraft draft, Workspace workspace, Path dropped) {
    super(WizardMessages.data, WizardMessages.dataAdvice, draft, workspace, List.of(ComponentKind.DATA));
    this.dropped = dropped;
  }

  @Override
  public void createControl(Composite parent) {
    Composite content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).applyTo(content);
    source = new SourceField(content, this::shown, this::chosen, this::notThere);
    formatRow(content);
    target = combo(content, WizardMessages.target);
    target.addListener(SWT.Selection, event -> {
      draft().setTarget(target.getText());
      refresh();
      beware();
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
    columns =
        new ColumnsTable(
            content, draft(), this::check, as -> read(draft().table().source(), as));
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

  private void formatRow(Composite content) {
    new Label(content, SWT.NONE).setText(WizardMessages.format);
    found = new Label(content, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(found);
    format = new Button(content, SWT.PUSH);
    format.setText(WizardMessages.formatChange);
    format.addListener(SWT.Selection, event -> changeFormat());
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

  private void changeFormat() {
    Path file = draft().table().file().orElseThrow();
    byte[] beginning;
    try {
      beginning = FormatPreview.beginning(file);
    } catch (IOException e) {
      setErrorMessage(NLS.bind(WizardMessages.cannotRead, file, e.getMessage()));
      return;
    }
    FormatDialog.ask(getShell(), file.getFileName().toString(), beginning, draft().format())
        .ifPresent(said -> read(draft().table().source(), said));
  }

  private void notThere(String typed) {
    setErrorMessage(NLS.bind(WizardMessages.noPath, typed));
    setPageComplete(false);
  }

  private void chosen(String chosen) {
    if (chosen.equals(shown())) {
      check();
    } else {
      read(chosen, FileFormat.DETECTED);
    }
  }

  private String shown() {
    return draft().table() == null ? "" : draft().table().source();
  }

  /** Reads the source in the background; the wizard shows how far it is and can stop it. */
  private void read(String chosen, FileFormat as) {
    source.reading(chosen);
    TableSummary[] read = new TableSummary[1];
    String wrong = chosen;
    try {
      getContainer().run(true, true, monitor -> read[0] = read(chosen, as, monitor));
      draft().use(read[0], as);
      wrong = "";
      refresh();
      beware();
    } catch (InvocationTargetException e) {
      refuse(chosen, e.getCause());
    } catch (InterruptedException stopped) {
      setErrorMessage(NLS.bind(WizardMessages.readingStopped, chosen));
    } finally {
      source.read(wrong);
    }
  }

  private static TableSummary read(String source, FileFormat as, IProgressMonitor monitor) {
    monitor.beginTask(NLS.bind(WizardMessages.reading, source), IProgressMonitor.UNKNOWN);
    return TableSummary.read(source, as, (what, done, total) -> {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      String work = RecordedWords.in(Language.current(), what);
      monitor.subTask(total > 0 ? NLS.bind(WizardMessages.share, work, 100 * done / total) : work);
    });
  }

  private void refuse(String chosen, Throwable why) {
    if (why instanceof OperationCanceledException) {
      setErrorMessage(NLS.bind(WizardMessages.readingStopped, chosen));
    } else if (why instanceof InvalidInputException problem) {
      setErrorMessage(problem.problems().getFirst().toLocalizedString());
    } else if (why instanceof OutOfMemoryError) {
      setErrorMessage(NLS.bind(WizardMessages.noMemory, chosen));
    } else {
      throw new IllegalStateException(why);
    }
    setPageComplete(draft().table() != null && getErrorMessage() == null);
  }

  /** Looks in the background for columns to beware of. */
  private void beware() {
    TableSummary table = draft().table();
    String target = draft().target();
    Display display = getShell().getDisplay();
    Job job = Job.create(WizardMessages.beware, monitor -> {
      List<ColumnWarning> warnings = table.warnings(target, List.of(), (what, done, total) -> {
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
      });
      if (!display.isDisposed()) {
        display.asyncExec(() -> warned(table, target, warnings));
      }
    });
    job.setSystem(true);
    if (looking != null) {
      looking.cancel();
    }
    looking = job;
    job.schedule();
  }

  private void warned(TableSummary table, String target, List<ColumnWarning> warnings) {
    boolean current = !getControl().isDisposed() && table == draft().table() && target.equals(draft().target());
    if (current) {
      draft().beware(warnings);
      columns.show();
      check();
    }
  }

  @Override
  public void dispose() {
    if (looking != null) {
      looking.cancel();
    }
    super.dispose();
  }

  @Override
  void refresh() {
    TableSummary table = draft().table();
    boolean there = table != null;
    target.setEnabled(there);
    task.setEnabled(there);
    test.setEnabled(there && draft().testSource().isEmpty());
    showBeside(table);
    showFormat(table);
    if (!test.getText().equals(draft().test())) {
      test.setText(draft().test());
    }
    if (there) {
      source.show(table.source());
      target.setItems(table.possibleTargets().toArray(String[]::new));
      target.setText(draft().target());
      task.setItems(
          NLS.bind(WizardMessages.auto, detected()),
          WizardMessages.classification,
          WizardMessages.regression);
      task.select(TASKS.indexOf(draft().task()));
      rows.setText(WizardMessages.preview + " (" + NLS.bind(WizardMessages.rows, table.rows()) + ")");
      columns.show();
      preview.show(table.columns().stream().map(ColumnSummary::name).toList(), table.firstRows());
      check();
    }
  }

  private void showFormat(TableSummary table) {
    Optional<FileFormat> read = table == null ? Optional.empty() : table.table().format();
    found.setText(read.map(FormatDialog::shortly).orElse(""));
    found.setToolTipText(read.map(FormatDialog::words).orElse(null));
    format.setEnabled(read.isPresent() && table.file().isPresent());
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
        getControl().getDisplay().asyncExec(() -> read(dropped.toString(), FileFormat.DETECTED));
      }
    }
  }

  @Override
  void check() {
    TableSummary table = draft().table();
    Optional<ColumnWarning> disguise = draft().disguised();
    if (disguise.isPresent()) {
      setMessage(disguise.get().problem().localizedMessage(), WARNING);
    } else {
      setMessage(
          table != null && table.broughtTo().isPresent()
              ? NLS.bind(WizardMessages.broughtTo, table.broughtTo().get())
              : WizardMessages.dataAdvice);
    }
    super.check();
  }
}
