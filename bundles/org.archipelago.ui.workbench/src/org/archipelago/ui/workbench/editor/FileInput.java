package org.archipelago.ui.workbench.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.ui.common.Icons;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/**
 * An experiment file.
 *
 * @param file where it is
 */
public record FileInput(Path file) implements ExperimentInput, IPersistableElement {

  @Override
  public String text() throws IOException {
    return ExperimentReader.textOf(file);
  }

  @Override
  public String fileName() {
    return file.getFileName().toString();
  }

  @Override
  public boolean exists() {
    return Files.exists(file);
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.EXPERIMENT.descriptor();
  }

  @Override
  public String getName() {
    return fileName();
  }

  @Override
  public String getToolTipText() {
    return file.toString();
  }

  @Override
  public IPersistableElement getPersistable() {
    return this;
  }

  @Override
  public String getFactoryId() {
    return FileInputFactory.ID;
  }

  @Override
  public void saveState(IMemento memento) {
    memento.putString(FileInputFactory.FILE, file.toString());
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    return type.isInstance(file) ? type.cast(file) : null;
  }
}
