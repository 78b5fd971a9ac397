package org.archipelago.ui.workbench.editor;

import java.io.IOException;
import org.eclipse.ui.IEditorInput;

/** What an {@link ExperimentEditor} edits: a file of the workspace, or a sample not yet kept. */
public sealed interface ExperimentInput extends IEditorInput permits FileInput, SampleInput {

  /** The text to begin with. */
  String text() throws IOException;

  /** How messages call the file. */
  String fileName();
}
