package org.archipelago.ui.workbench.wizard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.data.table.FileFormat;
import org.archipelago.data.table.FormatPreview;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** How a table of text is read: what was found out can be said otherwise, and the first rows follow at once. */
final class FormatDialog extends TitleAreaDialog {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 220;

  private final String name;
  private final byte[] beginning;
  private FileFormat format;
  private Combo delimiter;
  private Combo quote;
  private Combo encoding;
  private Combo decimal;
  private Button header;
  private Text missing;
  private PreviewTable preview;

  private FormatDialog(Shell shell, String name, byte[] beginning, FileFormat format) {
    super(shell);
    this.name = name;
    this.beginning = beginning;
    this.format = format;
  }

  /**
   * Asks.
   *
   * @param name of the file
   * @param beginning its first bytes
   * @param format what was said before
   * @return what is said now; nothing if the dialog was cancelled
   */
  static Optional<FileFormat> ask(Shell shell, String name, byte[] beginning, FileFormat format) {
    FormatDialog dialog = new FormatDialog(shell, name, beginning, format);
    return dialog.open() == Window.OK ? Optional.of(dialog.format) : Optional.empty();
  }

  @Override
  protected void configureShell(Shell newShell) {
    super.configureShell(newShell);
    newShell.setText(WizardMessages.formatTitle);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle(NLS.bind(WizardMessages.formatOf, name));
    Composite content = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(4).applyTo(content);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
    delimiter = combo(content, WizardMessages.formatDelimiter, FileFormat.DELIMITERS, format.delimiter());
    quote = combo(content, WizardMessages.formatQuote, FileFormat.QUOTES, format.quote());
    encoding = combo(content, WizardMessages.formatEncoding, FileFormat.ENCODINGS, format.encoding());
    decimal = combo(content, WizardMessages.formatDecimal, FileFormat.DECIMALS, format.decimal());
    new Label(content, SWT.NONE).setText(WizardMessages.formatMissing);
    missing = new Text(content, SWT.BORDER);
    missing.setText(String.join(", ", format.missing()));
    missing.addListener(SWT.Modify, event -> changed());
    GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(missing);
    header = new Button(content, SWT.CHECK);
    header.setText(WizardMessages.formatHeader);
    header.setSelection(format.header());
    header.addListener(SWT.Selection, event -> changed());
    GridDataFactory.fillDefaults().span(4, 1).applyTo(header);
    preview = new PreviewTable(content);
    GridDataFactory.fillDefaults().span(4, 1).grab(true, true).hint(WIDTH, HEIGHT).applyTo(preview.control());
    return area;
  }

  @Override
  public void create() {
    super.create();
    changed();
  }

  private Combo combo(Composite content, String label, List<String> values, String selected) {
    new Label(content, SWT.NONE).setText(label);
    Combo combo = new Combo(content, SWT.READ_ONLY);
    combo.setItems(words(values));
    combo.select(values.indexOf(selected));
    combo.addListener(SWT.Selection, event -> changed());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
    return combo;
  }

  private void changed() {
    format =
        new FileFormat(
            FileFormat.DELIMITERS.get(delimiter.getSelectionIndex()),
            FileFormat.QUOTES.get(quote.getSelectionIndex()),
            FileFormat.ENCODINGS.get(encoding.getSelectionIndex()),
            FileFormat.DECIMALS.get(decimal.getSelectionIndex()),
            header.getSelection(),
            Arrays.stream(missing.getText().split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList(),
            format.texts(),
            format.numbers());
    FormatPreview shown = FormatPreview.of(name, beginning, format);
    preview.show(shown.names(), shown.rows());
    setMessage(words(shown.found()));
    setErrorMessage(shown.problem().isEmpty() ? null : shown.problem());
  }

  /** How a file is read, in words. */
  static String words(FileFormat found) {
    return NLS.bind(
        WizardMessages.formatFound,
        new Object[] {
          word(found.encoding()), word(found.delimiter()), word(found.quote()), word(found.decimal())
        });
  }

  /** The same in fewer words. */
  static String shortly(FileFormat found) {
    return NLS.bind(
        WizardMessages.formatShort,
        new Object[] {word(found.encoding()), word(found.delimiter()), word(found.decimal())});
  }

  private static String[] words(List<String> values) {
    return values.stream().map(FormatDialog::word).toArray(String[]::new);
  }

  private static String word(String value) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("auto", WizardMessages.formatAuto);
    words.put("comma", WizardMessages.formatComma);
    words.put("semicolon", WizardMessages.formatSemicolon);
    words.put("tab", WizardMessages.formatTab);
    words.put("pipe", WizardMessages.formatPipe);
    words.put("double", WizardMessages.formatDouble);
    words.put("single", WizardMessages.formatSingle);
    words.put("none", WizardMessages.formatNone);
    words.put("point", WizardMessages.formatPoint);
    return words.getOrDefault(value, value);
  }
}
