package org.archipelago.ui.workbench.rate;

import java.util.Arrays;
import java.util.List;
import org.archipelago.charts.LearningRateChart;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.LearningRateStep;
import org.archipelago.core.Problem;
import org.archipelago.engine.LearningRateRequest;
import org.archipelago.engine.RunRequest;
import org.archipelago.results.Format;
import org.archipelago.results.LearningRateRange;
import org.archipelago.ui.charts.ChartCanvas;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Shows loss against learning rate and what is suggested; what stands in its field is written into the
 * experiment on request. The test begins as the dialog opens, and the workbench can be used meanwhile.
 */
final class LearningRateDialog extends Dialog {

  private static final String PATH = "training.optimizer.learningRate";
  private static final int USE = IDialogConstants.CLIENT_ID;
  private static final int AGAIN = IDialogConstants.CLIENT_ID + 1;
  private static final Point SIZE = new Point(760, 620);
  private static final int SHARES = 1000;

  private final ExperimentEditor editor;
  private final Experiment experiment;
  private final String text;
  private final Workspace workspace;
  private Text from;
  private Text to;
  private Text steps;
  private ChartCanvas chart;
  private ProgressBar progress;
  private Label words;
  private Text rate;
  private LearningRateJob job;

  LearningRateDialog(Shell parent, ExperimentEditor editor, Experiment experiment, String text) {
    super(parent);
    this.editor = editor;
    this.experiment = experiment;
    this.text = text;
    workspace = editor.getSite().getService(Workspace.class);
    setShellStyle(SWT.SHELL_TRIM | SWT.MODELESS | getDefaultOrientation());
    setBlockOnOpen(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(RateMessages.title + " \u2013 " + experiment.name());
    shell.addListener(SWT.Dispose, event -> cancel());
  }

  @Override
  protected Point getInitialSize() {
    return SIZE;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayoutFactory.swtDefaults().numColumns(7).margins(12, 10).spacing(8, 8).applyTo(area);
    HelpContext.set(area, "learning_rate");
    Label about = new Label(area, SWT.WRAP);
    about.setText(RateMessages.about);
    Palette.QUIET.applyTo(about);
    GridDataFactory.fillDefaults().span(7, 1).grab(true, false).hint(400, SWT.DEFAULT).applyTo(about);
    from = field(area, RateMessages.from, Format.plain(LearningRateRequest.FROM), 80);
    to = field(area, RateMessages.to, Format.plain(LearningRateRequest.TO), 80);
    steps = field(area, RateMessages.steps, Integer.toString(LearningRateRequest.STEPS), 80);
    new Label(area, SWT.NONE);
    chart = new ChartCanvas(area);
    GridDataFactory.fillDefaults().span(7, 1).grab(true, true).hint(600, 340).applyTo(chart);
    progress = new ProgressBar(area, SWT.SMOOTH);
    progress.setMaximum(SHARES);
    GridDataFactory.fillDefaults().span(7, 1).grab(true, false).applyTo(progress);
    words = new Label(area, SWT.WRAP);
    GridDataFactory.fillDefaults().span(7, 1).grab(true, false).hint(400, 42).applyTo(words);
    rate = field(area, RateMessages.rate, "", 100);
    rate.addModifyListener(event -> enableUse());
    applyDialogFont(area);
    return area;
  }

  private static Text field(Composite parent, String label, String value, int width) {
    Label name = new Label(parent, SWT.NONE);
    name.setText(label);
    Text field = new Text(parent, SWT.BORDER);
    field.setText(value);
    GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(field);
    return field;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, AGAIN, RateMessages.again, false);
    createButton(parent, USE, RateMessages.use, true);
    createButton(parent, IDialogConstants.CANCEL_ID, RateMessages.close, false);
    enableUse();
    begin();
  }

  @Override
  protected void buttonPressed(int button) {
    if (button == AGAIN) {
      begin();
    } else if (button == USE) {
      use();
    } else {
      super.buttonPressed(button);
    }
  }

  private void begin() {
    cancel();
    LearningRateRequest request;
    try {
      request =
          new LearningRateRequest(
              new RunRequest(experiment, text, workspace.experiments(), 1),
              number(from),
              number(to),
              (int) number(steps));
    } catch (InvalidInputException e) {
      say(e.problems().stream().map(LearningRateDialog::atField).toList().getFirst(), true);
      return;
    }
    say("", false);
    getButton(AGAIN).setEnabled(false);
    chart.show(LearningRateChart.of(LearningRateRange.of(List.of()), Language.current()));
    job = new LearningRateJob(workspace.catalog(), request, new Screen());
    job.schedule();
  }

  private static double number(Text field) {
    try {
      return Double.parseDouble(field.getText().strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String atField(Problem problem) {
    String label =
        switch (problem.path()) {
          case "from" -> RateMessages.from;
          case "to" -> RateMessages.to;
          default -> RateMessages.steps;
        };
    return label + " " + problem.localizedMessage();
  }

  private void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  private void show(LearningRateRange range) {
    chart.show(LearningRateChart.of(range, Language.current()));
    progress.setSelection(SHARES);
    getButton(AGAIN).setEnabled(true);
    say(range.sentence(Language.current()), false);
    range.suggestion().ifPresent(value -> rate.setText(Format.plain(value)));
  }

  private void say(String sentence, boolean wrong) {
    words.setText(sentence.replace("&", "&&"));
    if (wrong) {
      Palette.ERROR.applyTo(words);
    } else {
      Palette.clear(words);
    }
  }

  private void enableUse() {
    if (getButton(USE) != null) {
      getButton(USE).setEnabled(number(rate) > 0);
    }
  }

  private void use() {
    boolean open =
        Arrays.stream(editor.getSite().getPage().getEditorReferences())
            .anyMatch(reference -> reference.getEditor(false) == editor);
    double value = number(rate);
    if (!open) {
      say(RateMessages.noEditor, true);
    } else if (!(value > 0 && Double.isFinite(value))) {
      say(NLS.bind(RateMessages.notANumber, rate.getText()), true);
    } else {
      editor.set(PATH, value);
      editor.getSite().getPage().activate(editor);
      close();
    }
  }

  /** Brings the job's news to the dialog, as long as it is open. */
  private final class Screen implements LearningRateJob.Listener {

    private volatile int shown = -1;

    @Override
    public void progress(String what, double share) {
      int now = (int) (SHARES * share);
      if (now != shown) {
        shown = now;
        onScreen(() -> progress.setSelection(now));
      }
    }

    @Override
    public void done(List<LearningRateStep> taken) {
      LearningRateRange range = LearningRateRange.of(taken);
      onScreen(() -> show(range));
    }

    @Override
    public void failed(String why) {
      onScreen(() -> {
        getButton(AGAIN).setEnabled(true);
        say(NLS.bind(RateMessages.failed, why), true);
      });
    }

    private void onScreen(Runnable change) {
      Shell shell = getShell();
      if (shell != null && !shell.isDisposed()) {
        shell.getDisplay().asyncExec(() -> {
          if (!shell.isDisposed()) {
            change.run();
          }
        });
      }
    }
  }
}
