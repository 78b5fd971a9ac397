package org.archipelago.ui.workbench.editor.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes that somebody is still typing: made after a pause, when the field is left, or when all have to be. */
public final class Typing {

  private final Set<Runnable> waiting = new LinkedHashSet<>();

  void await(Runnable change) {
    waiting.add(change);
  }

  boolean awaits(Runnable change) {
    return waiting.contains(change);
  }

  /** Makes a change now, if it was awaited. */
  void make(Runnable change) {
    if (waiting.remove(change)) {
      change.run();
    }
  }

  /** Forgets a change that was awaited. */
  void forget(Runnable change) {
    waiting.remove(change);
  }

  /** Makes all changes that are awaited, now. */
  public void flush() {
    List.copyOf(waiting).forEach(this::make);
  }
}
