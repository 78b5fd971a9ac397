package org.archipelago.ui.workbench.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.archipelago.core.InvalidInputException;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.texteditor.AbstractDocumentProvider;

/** Documents of experiment files; saves a file whole or not at all. */
final class ExperimentDocumentProvider extends AbstractDocumentProvider {

  private static final String BUNDLE = "org.archipelago.ui.workbench";

  /** A document and the time of its file when it was read or written. */
  private final class FileElement extends ElementInfo {
    private long stamp;

    FileElement(IDocument document, IAnnotationModel model, long stamp) {
      super(document, model);
      this.stamp = stamp;
    }
  }

  @Override
  protected ElementInfo createElementInfo(Object element) throws CoreException {
    return new FileElement(
        createDocument(element), createAnnotationModel(element), getModificationStamp(element));
  }

  @Override
  protected IDocument createDocument(Object element) throws CoreException {
    try {
      return new Document(((ExperimentInput) element).text());
    } catch (IOException | InvalidInputException e) {
      throw failed(Messages.Editor_cannotRead, element, e);
    }
  }

  @Override
  protected IAnnotationModel createAnnotationModel(Object element) {
    return new AnnotationModel();
  }

  @Override
  protected void doSaveDocument(
      IProgressMonitor monitor, Object element, IDocument document, boolean overwrite)
      throws CoreException {
    Path file = ((FileInput) element).file();
    try {
      Files.createDirectories(file.getParent());
      Path temporary = Files.createTempFile(file.getParent(), ".saving", ".tmp");
      try {
        Files.writeString(temporary, document.get());
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw failed(Messages.Editor_cannotSave, element, e);
    }
    keep(element);
  }

  @Override
  protected void doSynchronize(Object element, IProgressMonitor monitor) throws CoreException {
    doResetDocument(element, monitor);
    keep(element);
  }

  /** Takes the file as seen: what is edited stays as it is, and saving replaces the file. */
  void keep(Object element) {
    if (getElementInfo(element) instanceof FileElement info) {
      info.stamp = getModificationStamp(element);
    }
  }

  @Override
  public long getModificationStamp(Object element) {
    return element instanceof FileInput input ? input.file().toFile().lastModified() : 0;
  }

  @Override
  public long getSynchronizationStamp(Object element) {
    return getElementInfo(element) instanceof FileElement info ? info.stamp : 0;
  }

  @Override
  public boolean isSynchronized(Object element) {
    return getSynchronizationStamp(element) == getModificationStamp(element);
  }

  @Override
  public boolean isReadOnly(Object element) {
    return false;
  }

  @Override
  public boolean isModifiable(Object element) {
    return true;
  }

  @Override
  protected IRunnableContext getOperationRunner(IProgressMonitor monitor) {
    return null;
  }

  private static CoreException failed(String message, Object element, Exception cause) {
    String name = ((ExperimentInput) element).getToolTipText();
    return new CoreException(
        new Status(
            Status.ERROR, BUNDLE, NLS.bind(message, name, cause.getLocalizedMessage()), cause));
  }
}
