package org.archipelago.ui.workbench.wizard;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.archipelago.data.synthetic.SyntheticDataset;
import org.archipelago.data.table.Tables;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Where rows come from: a file, a folder or what is generated, typed or chosen. */
final class SourceField {

  private static final String TABLES =
      "*.csv;*.CSV;*.tsv;*.TSV;*.tab;*.arff;*.ARFF;*.csv.gz;*.tsv.gz;*.arff.gz;*.conll;*.bio;*.iob;*.iob2;"
          + "*images*ubyte;*images*ubyte.gz";

  private final Text field;
  private final Supplier<String> shown;
  private final Consumer<String> chosen;
  private final Consumer<String> notThere;
  private String refused = "";
  private boolean isReading;

  /**
   * Adds a row to a grid of three columns.
   *
   * @param shown the source that is shown; empty for none
   * @param chosen called with another that there is
   * @param notThere called with what was typed where there is nothing
   */
  SourceField(
      Composite content, Supplier<String> shown, Consumer<String> chosen, Consumer<String> notThere) {
    this.shown = shown;
    this.chosen = chosen;
    this.notThere = notThere;
    new Label(content, SWT.NONE).setText(WizardMessages.file);
    field = new Text(content, SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
    field.addListener(SWT.Traverse, this::enterPressed);
    field.addListener(SWT.FocusOut, event -> readTyped());
    Composite buttons = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).applyTo(buttons);
    button(buttons, WizardMessages.browse, this::browse);
    button(buttons, WizardMessages.browseFolder, this::browseFolder);
    button(buttons, WizardMessages.generate, this::generate);
  }

  private static void button(Composite parent, String text, Runnable pressed) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(text);
    button.addListener(SWT.Selection, event -> pressed.run());
  }

  /** Shows a source that is being read, until it was. */
  void reading(String source) {
    show(source);
    refused = "";
    isReading = true;
  }

  /** @param wrong the source that could not be read; empty if it could */
  void read(String wrong) {
    isReading = false;
    refused = wrong;
  }

  void show(String source) {
    field.setText(source);
    field.setSelection(field.getCharCount());
  }

  private void browse() {
    FileDialog dialog = new FileDialog(field.getShell(), SWT.OPEN);
    dialog.setText(WizardMessages.chooseFile);
    dialog.setFilterNames(new String[] {WizardMessages.csvFiles, "*.*"});
    dialog.setFilterExtensions(new String[] {TABLES, "*.*"});
    dialog.setFilterPath(near());
    readChosen(dialog.open());
  }

  private void browseFolder() {
    DirectoryDialog dialog = new DirectoryDialog(field.getShell(), SWT.OPEN);
    dialog.setText(WizardMessages.chooseFolder);
    dialog.setMessage(WizardMessages.folderAdvice);
    dialog.setFilterPath(near());
    readChosen(dialog.open());
  }

  private void generate() {
    GeneratedDialog dialog = new GeneratedDialog(field.getShell(), field.getText().strip());
    dialog.open().ifPresent(chosen);
  }

  private String near() {
    String source = shown.get();
    return source.isEmpty() || SyntheticDataset.isNamedSo(source) ? home() : Path.of(source).getParent().toString();
  }

  private void readChosen(String path) {
    if (path != null) {
      chosen.accept(path);
    }
  }

  private static String home() {
    return System.getProperty("user.home");
  }

  /** Enter in the field reads the source, and only presses the wizard's button once it is read. */
  private void enterPressed(Event event) {
    if (event.detail == SWT.TRAVERSE_RETURN) {
      event.doit = isShown(field.getText().strip());
      readTyped();
    }
  }

  private boolean isShown(String source) {
    return source.replace('\\', '/').equals(shown.get());
  }

  /** Reads the source that was typed, unless it is the one that is shown. */
  private void readTyped() {
    String typed = field.getText().strip();
    if (typed.isEmpty() || isReading || typed.equals(refused)) {
      return;
    }
    if (isShown(typed) || SyntheticDataset.isNamedSo(typed)) {
      chosen.accept(typed);
      return;
    }
    pathOf(typed).map(Path::toString).ifPresentOrElse(chosen, () -> notThere.accept(typed));
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
}
