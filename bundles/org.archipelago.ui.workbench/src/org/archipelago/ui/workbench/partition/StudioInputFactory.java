package org.archipelago.ui.workbench.partition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Opens the manifests again that were open when the workbench was closed, where they still exist. */
public final class StudioInputFactory implements IElementFactory {

  static final String ID = "org.archipelago.ui.workbench.partition.file";
  static final String FILE = "file";

  @Override
  public IAdaptable createElement(IMemento memento) {
    String name = memento.getString(FILE);
    return name == null || !Files.isRegularFile(Path.of(name))
        ? null
        : new StudioInput(Path.of(name), Optional.empty());
  }
}
