package org.archipelago.ui.tests.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.editor.MistakeAnnotation;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.ActionFactory;

/** The editor in front. */
public final class EditorPage {

  private final ExperimentEditor editor;

  EditorPage(IWorkbenchPage page) {
    if (!(page.getActiveEditor() instanceof ExperimentEditor active)) {
      throw new AssertionError("no experiment is open");
    }
    editor = active;
  }

  /**
   * A mistake as it is marked.
   *
   * @param line its line, from 1
   * @param text what the hover says
   */
  public record Mistake(int line, String text) {}

  public String title() {
    return editor.getTitle();
  }

  public boolean isDirty() {
    return editor.isDirty();
  }

  public String text() {
    return editor.text();
  }

  /** Types over the first occurrence of a text. */
  public void replace(String old, String fresh) {
    StyledText text = widget();
    int offset = text.getText().indexOf(old);
    if (offset < 0) {
      throw new AssertionError("'" + old + "' is not in " + text.getText());
    }
    text.replaceTextRange(offset, old.length(), fresh);
  }

  /** The line, from 1, in which a text stands first. */
  public int lineOf(String text) {
    return widget().getLineAtOffset(widget().getText().indexOf(text)) + 1;
  }

  /** The line, from 1, in which the cursor is. */
  public int cursorLine() {
    return widget().getLineAtOffset(widget().getCaretOffset()) + 1;
  }

  /** What is marked, from top to bottom. */
  public List<Mistake> mistakes() {
    IAnnotationModel model =
        editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    List<Mistake> mistakes = new ArrayList<>();
    model.getAnnotationIterator().forEachRemaining(annotation -> {
      if (annotation instanceof MistakeAnnotation) {
        int offset = model.getPosition(annotation).getOffset();
        mistakes.add(new Mistake(line(document, offset), annotation.getText()));
      }
    });
    mistakes.sort(Comparator.comparingInt(Mistake::line));
    return mistakes;
  }

  /** The line above the pages that says whether the experiment can run. */
  public String verdict() {
    Composite header = folder().getParent();
    return Ui.all(header, Link.class).getFirst().getText().replaceAll("</?a>", "");
  }

  /** What is said of the file above the pages; empty when nothing is. */
  public String note() {
    return Ui.all(folder().getParent(), Link.class).stream()
        .skip(1)
        .limit(1)
        .filter(Control::isVisible)
        .map(link -> link.getText().replaceAll("</?a>", ""))
        .findFirst()
        .orElse("");
  }

  /** The form pages. */
  public FormsPage forms() {
    return new FormsPage(editor, folder());
  }

  private CTabFolder folder() {
    Composite parent = widget().getParent();
    while (!(parent instanceof CTabFolder)) {
      parent = parent.getParent();
    }
    return (CTabFolder) parent;
  }

  public void save() {
    editor.getSite().getPage().saveEditor(editor, false);
  }

  /** Takes the last change back. */
  public void undo() {
    editor.getAction(ActionFactory.UNDO.getId()).run();
  }

  /** Makes the change again that was taken back last. */
  public void redo() {
    editor.getAction(ActionFactory.REDO.getId()).run();
  }

  /** What is offered to be written behind the first occurrence of a text. */
  public List<String> completionsBehind(String text) {
    editor.showPage("Source");
    StyledText widget = widget();
    widget.setCaretOffset(widget.getText().indexOf(text) + text.length());
    widget.setFocus();
    editor.getAction("ContentAssistProposal").run();
    Ui.waitUntil("completions are offered", () -> completions().isPresent());
    List<String> offered =
        Arrays.stream(completions().orElseThrow().getItems()).map(TableItem::getText).toList();
    completions().orElseThrow().getShell().close();
    return offered;
  }

  private Optional<Table> completions() {
    return Arrays.stream(widget().getDisplay().getShells())
        .filter(shell -> shell.getParent() == widget().getShell() && shell.isVisible())
        .flatMap(shell -> Ui.all(shell, Table.class).stream())
        .filter(table -> table.getItemCount() > 0)
        .findFirst();
  }

  private static int line(IDocument document, int offset) {
    try {
      return document.getLineOfOffset(offset) + 1;
    } catch (BadLocationException e) {
      throw new AssertionError(e);
    }
  }

  /** The colour of a text where it stands first. */
  public Color colourOf(String text) {
    StyleRange range = widget().getStyleRangeAtOffset(widget().getText().indexOf(text));
    return range == null ? widget().getForeground() : range.foreground;
  }

  /** Where the text is written. */
  public StyledText widget() {
    return (StyledText) editor.getAdapter(Control.class);
  }
}
