package org.archipelago.ui.workbench.editor;

import org.archipelago.core.Problem;
import org.eclipse.jface.text.source.Annotation;

/** A mistake in the text, at its line. */
public final class MistakeAnnotation extends Annotation {

  /** Type of these annotations. */
  public static final String TYPE = "org.archipelago.ui.workbench.mistake";

  private final Problem problem;

  MistakeAnnotation(Problem problem) {
    super(TYPE, false, text(problem));
    this.problem = problem;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }

  static String text(Problem problem) {
    String message = problem.localizedMessage();
    return problem.path().isEmpty() ? message : problem.path() + ": " + message;
  }
}
