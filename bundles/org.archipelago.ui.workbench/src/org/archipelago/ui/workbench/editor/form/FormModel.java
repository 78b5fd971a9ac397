package org.archipelago.ui.workbench.editor.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentText;
import org.archipelago.store.experiment.TextEdit;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/**
 * The editor's document as fields. Every change is one edit of the document, and thus one step to undo,
 * whichever page it was made on. To be used on the UI thread.
 */
public final class FormModel {

  private final Supplier<IDocument> document;
  private final Supplier<Catalog> catalog;
  private final Set<Runnable> waiting = new LinkedHashSet<>();
  private String parsedText;
  private Optional<ExperimentText> parsed = Optional.empty();
  private Optional<ExperimentText> lastReadable = Optional.empty();

  public FormModel(Supplier<IDocument> document, Supplier<Catalog> catalog) {
    this.document = document;
    this.catalog = catalog;
  }

  public Catalog catalog() {
    return catalog.get();
  }

  /** The document's fields as they stand; nothing while it is not YAML. */
  public Optional<ExperimentText> text() {
    String now = document.get().get();
    if (!now.equals(parsedText)) {
      parsed = ExperimentText.parse(now, catalog());
      parsedText = now;
      lastReadable = parsed.or(() -> lastReadable);
    }
    return parsed;
  }

  /** The fields as they were when the document could last be read; nothing if it never could. */
  Optional<ExperimentText> lastReadable() {
    return lastReadable;
  }

  /** Makes a change in the document; none where the document can't be read. */
  void edit(Function<ExperimentText, TextEdit> change) {
    text().map(change).filter(edit -> !edit.isEmpty()).ifPresent(this::apply);
  }

  private void apply(TextEdit edit) {
    IDocument target = document.get();
    IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(target);
    commit(undo);
    try {
      target.replace(edit.offset(), edit.length(), edit.text());
    } catch (BadLocationException e) {
      throw new IllegalStateException("the document is not the one that was read", e);
    }
    commit(undo);
  }

  private static void commit(IDocumentUndoManager undo) {
    if (undo != null) {
      undo.commit();
    }
  }

  /** Remembers a change that somebody is still typing. */
  void await(Runnable change) {
    waiting.add(change);
  }

  boolean awaits(Runnable change) {
    return waiting.contains(change);
  }

  /** Makes a change that was awaited, now. */
  void make(Runnable change) {
    if (waiting.remove(change)) {
      change.run();
    }
  }

  /** Forgets a change that was awaited. */
  void forget(Runnable change) {
    waiting.remove(change);
  }

  /** Makes all changes that are still being typed, now. */
  public void flush() {
    List.copyOf(waiting).forEach(this::make);
  }
}
