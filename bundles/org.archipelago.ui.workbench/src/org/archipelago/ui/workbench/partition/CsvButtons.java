package org.archipelago.ui.workbench.partition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Edits;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.PartitionCsv;
import org.archipelago.partition.PartitionCsvReader;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;

/** Writes the partition as CSV for other programs, and takes one from such a file. */
final class CsvButtons {

  private static final String[] ENDINGS = {"*.csv", "*"};

  private final Composite body;
  private final StudioModel model;

  CsvButtons(Composite parent, StudioModel model) {
    this.model = model;
    body = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(body);
    button(StudioMessages.csv_export, StudioMessages.csv_exportToolTip, () -> ask(SWT.SAVE).ifPresent(this::write));
    button(StudioMessages.csv_import, StudioMessages.csv_importToolTip, () -> ask(SWT.OPEN).ifPresent(this::read));
  }

  private void button(String text, String tip, Runnable action) {
    Button button = new Button(body, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(tip);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
  }

  Composite control() {
    return body;
  }

  private Optional<Path> ask(int style) {
    FileDialog dialog = new FileDialog(body.getShell(), style);
    dialog.setFilterExtensions(ENDINGS);
    dialog.setOverwrite(true);
    return Optional.ofNullable(dialog.open()).map(Path::of);
  }

  /** Writes the file, in the background. */
  void write(Path file) {
    Manifest manifest = Manifest.of(model.current(), model.recipe());
    inBackground(NLS.bind(StudioMessages.csv_writing, file.getFileName()), () -> {
      try (OutputStream out = Files.newOutputStream(file)) {
        PartitionCsv.write(manifest, out);
      }
      return () -> model.say(NLS.bind(StudioMessages.csv_written, file));
    });
  }

  /** Takes clients and their rows from the file, which is read in the background. */
  void read(Path file) {
    inBackground(NLS.bind(StudioMessages.csv_reading, file.getFileName()), () -> {
      Draft read = PartitionCsvReader.read(file, model.data(), ProgressListener.NONE);
      return () -> model.perform(Edits.read(file.getFileName().toString(), read));
    });
  }

  /** What is done in the background, and then with its result on the UI thread. */
  private interface Work {

    Runnable run() throws IOException;
  }

  private void inBackground(String name, Work work) {
    Display display = body.getDisplay();
    Job job = new Job(name) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        Runnable then = result(work);
        display.asyncExec(() -> {
          if (!body.isDisposed()) {
            then.run();
          }
        });
        return Status.OK_STATUS;
      }
    };
    job.setUser(true);
    job.schedule();
  }

  private Runnable result(Work work) {
    try {
      return work.run();
    } catch (InvalidInputException e) {
      return () -> model.refuse(e);
    } catch (IOException e) {
      return () -> model.refuse(e.getLocalizedMessage());
    }
  }
}
