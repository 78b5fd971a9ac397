package org.archipelago.ui.workbench.export;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.io.Safetensors;
import org.archipelago.results.Format;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Previews the model's file: its tensors, and what its metadata say. */
final class ModelPage extends ExportPage {

  private static final int LONGEST = 300;

  private Label words;
  private Table tensors;
  private Table metadata;
  private PreviewJob<Safetensors.Contents> preview;

  ModelPage(ExportDraft draft) {
    super(ExportMessages.model, ExportMessages.modelAdvice, draft);
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().applyTo(page);
    words = new Label(page, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
    tensors = table(page);
    column(tensors, ExportMessages.tensor, 260, SWT.LEFT);
    column(tensors, ExportMessages.shape, 140, SWT.RIGHT);
    column(tensors, ExportMessages.type, 180, SWT.LEFT);
    column(tensors, ExportMessages.bytes, 120, SWT.RIGHT);
    new Label(page, SWT.NONE).setText(ExportMessages.metadata);
    metadata = table(page);
    column(metadata, ExportMessages.key, 140, SWT.LEFT);
    column(metadata, ExportMessages.value, 640, SWT.LEFT);
    use(page);
    preview = new PreviewJob<>(page, draft()::tensors, this::show, this::refuse);
  }

  private static Table table(Composite page) {
    Table table = new Table(page, SWT.BORDER | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    GridDataFactory.fillDefaults().grab(true, true).hint(500, 130).applyTo(table);
    return table;
  }

  private static void column(Table table, String title, int width, int alignment) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(title);
    column.setWidth(width);
  }

  @Override
  void refresh() {
    words.setText(ExportMessages.reading);
    setPageComplete(false);
    preview.refresh();
  }

  private void show(Safetensors.Contents model) {
    long values = 0;
    tensors.removeAll();
    for (Tensor tensor : model.parameters().tensors()) {
      long bytes = (long) Float.BYTES * tensor.values().length;
      values += tensor.values().length;
      String shape =
          Arrays.stream(tensor.shape()).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
      new TableItem(tensors, SWT.NONE)
          .setText(new String[] {tensor.name(), shape, ExportMessages.float32, Format.count(bytes)});
    }
    metadata.removeAll();
    model.metadata().forEach((key, value) ->
        new TableItem(metadata, SWT.NONE)
            .setText(new String[] {
              key, value.length() <= LONGEST ? value : value.substring(0, LONGEST) + " …"
            }));
    words.setText(
        NLS.bind(
            ExportMessages.parameters,
            new Object[] {
              Format.count(values), Format.bytes(4.0 * values), model.parameters().tensors().size()
            }));
    accept();
  }
}
