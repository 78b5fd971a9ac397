package org.archipelago.ui.workbench.export;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.archipelago.export.CsvTable;
import org.archipelago.results.Format;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Chooses which numbers, and previews their table. */
final class NumbersPage extends ExportPage {

  private static final int MOST_ROWS = 50;
  private static final int WIDTH = 110;

  /** The beginning of a table. */
  private record Beginning(List<String> head, List<List<String>> rows, long size) {}

  private Button rounds;
  private Button clients;
  private Label words;
  private Table table;
  private PreviewJob<Beginning> preview;

  NumbersPage(ExportDraft draft) {
    super(ExportMessages.numbers, ExportMessages.numbersAdvice, draft);
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().applyTo(page);
    rounds = choice(page, ExportMessages.rounds, false);
    clients = choice(page, ExportMessages.clients, true);
    words = new Label(page, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(words);
    table = new Table(page, SWT.BORDER | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    GridDataFactory.fillDefaults().grab(true, true).hint(600, 260).applyTo(table);
    use(page);
    preview = new PreviewJob<>(page, this::begin, this::show, this::refuse);
  }

  private Button choice(Composite page, String text, boolean ofClients) {
    Button button = new Button(page, SWT.RADIO);
    button.setText(text);
    button.addListener(SWT.Selection, event -> {
      if (button.getSelection() && draft().isOfClients() != ofClients) {
        draft().setOfClients(ofClients);
        refresh();
      }
    });
    return button;
  }

  @Override
  void refresh() {
    rounds.setSelection(!draft().isOfClients());
    clients.setSelection(draft().isOfClients());
    words.setText(ExportMessages.reading);
    setPageComplete(false);
    preview.refresh();
  }

  private Beginning begin() throws IOException {
    CsvTable whole = draft().numbers();
    try (Stream<List<String>> rows = whole.rows().get()) {
      return new Beginning(whole.head(), rows.limit(MOST_ROWS).toList(), whole.size());
    }
  }

  private void show(Beginning beginning) {
    table.setRedraw(false);
    table.removeAll();
    for (TableColumn old : table.getColumns()) {
      old.dispose();
    }
    for (String name : beginning.head()) {
      TableColumn column = new TableColumn(table, SWT.RIGHT);
      column.setText(name);
      column.setWidth(WIDTH);
    }
    for (List<String> row : beginning.rows()) {
      new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new));
    }
    for (TableColumn column : table.getColumns()) {
      column.pack();
    }
    table.setRedraw(true);
    words.setText(
        NLS.bind(
            beginning.size() > MOST_ROWS ? ExportMessages.firstRows : ExportMessages.allRows,
            new Object[] {Format.count(beginning.size()), beginning.head().size(), MOST_ROWS}));
    accept();
  }
}
