package org.archipelago.ui.workbench.editor;

import java.util.List;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Shows how a file that was changed outside differs from what is being edited; asks which of them to go on with. */
final class ChangedOutsideDialog extends MessageDialog {

  /** What the user wants to go on with. */
  enum Answer {
    MINE,
    THEIRS,
    NONE
  }

  private static final int LINES = 14;
  private static final int CHARS = 90;

  private final List<LineDiff.Line> lines;

  private ChangedOutsideDialog(Shell parent, String fileName, List<LineDiff.Line> lines) {
    super(
        parent,
        Messages.Outside_title,
        null,
        NLS.bind(Messages.Outside_message, fileName),
        MessageDialog.QUESTION,
        0,
        Messages.Outside_keep,
        Messages.Outside_load);
    this.lines = lines;
    setShellStyle(getShellStyle() | SWT.RESIZE | SWT.SHEET);
  }

  static Answer ask(Shell parent, String fileName, String mine, String theirs) {
    return switch (new ChangedOutsideDialog(parent, fileName, LineDiff.of(mine, theirs)).open()) {
      case 0 -> Answer.MINE;
      case 1 -> Answer.THEIRS;
      default -> Answer.NONE;
    };
  }

  @Override
  protected Control createCustomArea(Composite parent) {
    StyledText text = new StyledText(parent, SWT.BORDER | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
    text.setFont(JFaceResources.getTextFont());
    text.setText(String.join("\n", lines.stream().map(line -> line.side().sign() + " " + line.text()).toList()));
    int first = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).side() != LineDiff.Side.BOTH) {
        text.setLineBackground(i, 1, Palette.CURRENT_LINE.on(text));
        first = first < 0 ? i : first;
      }
    }
    text.setTopIndex(Math.max(0, first - 2));
    int width = CHARS * (int) Math.ceil(charWidth(text));
    GridDataFactory.fillDefaults().grab(true, true).hint(width, LINES * text.getLineHeight()).applyTo(text);
    return text;
  }

  private static double charWidth(StyledText text) {
    GC gc = new GC(text);
    try {
      return gc.getFontMetrics().getAverageCharacterWidth();
    } finally {
      gc.dispose();
    }
  }
}
