package org.archipelago.ui.workbench.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Opens the files again that were open when the workbench was closed, where they still exist. */
public final class FileInputFactory implements IElementFactory {

  static final String ID = "org.archipelago.ui.workbench.editor.file";
  static final String FILE = "file";

  @Override
  public IAdaptable createElement(IMemento memento) {
    String name = memento.getString(FILE);
    if (name == null) {
      return null;
    }
    Path file = Path.of(name);
    return Files.isRegularFile(file) ? new FileInput(file) : null;
  }
}
