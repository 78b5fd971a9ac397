package org.archipelago.ui.workbench.partition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.archipelago.ui.common.Icons;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/** What the studio edits: a manifest, or the partition of an experiment that has none yet. Equal for the same file. */
public final class StudioInput implements IEditorInput, IPersistableElement {

  /**
   * An experiment whose data is cut.
   *
   * @param text as it is, saved or not
   * @param fileName how messages call it
   * @param file where it is; nothing for a sample
   */
  public record Origin(String text, String fileName, Optional<Path> file) {}

  private final Path file;
  private final Optional<Origin> origin;

  /** @param file the manifest, which need not be there yet if there is an origin */
  public StudioInput(Path file, Optional<Origin> origin) {
    this.file = file;
    this.origin = origin;
  }

  public Path file() {
    return file;
  }

  /** The experiment that it was opened from; nothing where the manifest itself was opened. */
  public Optional<Origin> origin() {
    return origin;
  }

  @Override
  public boolean exists() {
    return Files.exists(file);
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.PARTITION.descriptor();
  }

  @Override
  public String getName() {
    return file.getFileName().toString();
  }

  @Override
  public IPersistableElement getPersistable() {
    return exists() ? this : null;
  }

  @Override
  public String getToolTipText() {
    return file.toString();
  }

  @Override
  public String getFactoryId() {
    return StudioInputFactory.ID;
  }

  @Override
  public void saveState(IMemento memento) {
    memento.putString(StudioInputFactory.FILE, file.toString());
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    return type.isInstance(file) ? type.cast(file) : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StudioInput input && input.file.equals(file);
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }
}
