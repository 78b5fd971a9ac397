package org.archipelago.ui.workbench.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Problem;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;

/** Puts mistakes at their lines of a document. */
final class MistakeMarks {

  private MistakeMarks() {}

  static void replace(AnnotationModel model, IDocument document, List<Problem> problems) {
    Map<Annotation, Position> mistakes = new HashMap<>();
    problems.forEach(
        problem -> mistakes.put(new MistakeAnnotation(problem), position(document, problem)));
    List<Annotation> old = new ArrayList<>();
    model.getAnnotationIterator().forEachRemaining(old::add);
    model.replaceAnnotations(old.toArray(Annotation[]::new), mistakes);
  }

  /** The text of the problem's line. */
  static Position position(IDocument document, Problem problem) {
    try {
      int line = Math.clamp(problem.line() - 1, 0, document.getNumberOfLines() - 1);
      IRegion region = document.getLineInformation(line);
      String text = document.get(region.getOffset(), region.getLength());
      int indent = text.length() - text.stripLeading().length();
      return new Position(region.getOffset() + indent, text.strip().length());
    } catch (BadLocationException e) {
      return new Position(0, 0);
    }
  }
}
