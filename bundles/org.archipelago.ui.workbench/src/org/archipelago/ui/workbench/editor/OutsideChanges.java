package org.archipelago.ui.workbench.editor;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.core.InvalidInputException;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/**
 * What becomes of an editor when somebody else changes its file or removes it: what was not changed here is
 * loaded again, else the user is asked; a file that is gone comes back when it is saved.
 */
final class OutsideChanges {

  private final ExperimentEditor editor;
  private final ExperimentDocumentProvider provider;
  private final Consumer<String> note;
  private Optional<FileWatch> watch = Optional.empty();
  private boolean gone;

  /** @param note says something of the file; an empty text takes that back */
  OutsideChanges(ExperimentEditor editor, ExperimentDocumentProvider provider, Consumer<String> note) {
    this.editor = editor;
    this.provider = provider;
    this.note = note;
  }

  /** Whether the file is gone or can't be read, so that what is edited is not on the disk. */
  boolean isGone() {
    return gone;
  }

  /** Looks out for changes of another file. */
  void watch(FileInput input, Runnable onChange) {
    stop();
    watch = Optional.of(new FileWatch(editor.getSite().getShell().getDisplay(), input.file(), onChange));
  }

  void stop() {
    watch.ifPresent(FileWatch::stop);
  }

  /** Follows the file, which has changed. */
  void follow(FileInput input) {
    if (!input.exists()) {
      setGone(NLS.bind(Messages.Outside_gone, input.fileName()));
      return;
    }
    try {
      String theirs = input.text();
      saved();
      use(input, theirs);
    } catch (IOException | InvalidInputException e) {
      setGone(NLS.bind(Messages.Outside_unreadable, input.fileName(), e.getMessage()));
    }
  }

  private void use(FileInput input, String theirs) {
    String mine = editor.document().get();
    if (theirs.equals(mine)) {
      provider.keep(input);
    } else if (!editor.isDirty()) {
      load(input);
    } else {
      switch (ChangedOutsideDialog.ask(shell(), input.fileName(), mine, theirs)) {
        case MINE -> provider.keep(input);
        case THEIRS -> load(input);
        default -> { } // asked again when it is to be saved
      }
    }
  }

  private void load(FileInput input) {
    try {
      provider.synchronize(input);
    } catch (CoreException e) {
      ErrorDialog.openError(shell(), Messages.Outside_title, null, e.getStatus());
    }
  }

  /** Whether saving would replace nothing that the user has not been asked about; asks where it would. */
  boolean maySave(FileInput input) {
    if (!gone && !provider.isSynchronized(input)) {
      follow(input);
    }
    return gone || provider.isSynchronized(input);
  }

  /** What is edited is on the disk again. */
  void saved() {
    if (gone) {
      gone = false;
      note.accept("");
      editor.dirtyChanged();
    }
  }

  private void setGone(String why) {
    gone = true;
    note.accept(why);
    editor.dirtyChanged();
  }

  private Shell shell() {
    return editor.getSite().getShell();
  }
}
