package org.archipelago.ui.workbench.partition;

import java.util.List;
import java.util.Optional;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.data.skew.SkewMeasure;
import org.archipelago.data.skew.SkewReport;
import org.archipelago.engine.RunRequest;
import org.archipelago.partition.Draft;
import org.archipelago.partition.MatrixOrder;
import org.archipelago.ui.common.ThemeChanges;
import org.archipelago.ui.workbench.HelpContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;

/** The page on which a partition is seen and painted: the rule at the left, the figures of skew above the matrix. */
public final class MatrixPage implements StudioPage {

  private static final int RULE_WIDTH = 236;
  private static final int NARROW = 600;

  private final StudioModel model;
  private final Composite content;
  private final SashForm sash;
  private final RulePanel rule;
  private final RuleTrial trial;
  private final SkewStrip strip;
  private final MatrixCanvas canvas;
  private final MatrixActions actions;
  private final MatrixCommands commands;
  private final MatrixBar bar;
  private final SkewJob skew;
  private final Optional<GradientJob> gradients;
  private final List<Composite> grounded;
  private MatrixOrder order = MatrixOrder.NUMBER;
  private Draft shown;
  private Draft measured;

  /** @param experiment in whose model gradients are compared; nothing where there is none */
  MatrixPage(Composite parent, StudioModel model, Optional<RunRequest> experiment) {
    this.model = model;
    content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
    HelpContext.set(content, "studio");
    sash = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    trial = new RuleTrial(parent.getDisplay(), model, this::refused);
    rule = new RulePanel(sash, model, trial);
    Composite right = new Composite(sash, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(right);
    Composite head = new Composite(right, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(head);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
    strip = new SkewStrip(right, experiment.isPresent());
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(strip);
    canvas = new MatrixCanvas(right);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
    commands = new MatrixCommands(this, model, canvas);
    actions = new MatrixActions(this, commands, canvas);
    bar = new MatrixBar(head, this, commands, actions);
    canvas.attach(commands);
    actions.attachMenu(canvas);
    skew = new SkewJob(parent.getDisplay(), this::show);
    gradients =
        experiment.map(request ->
            new GradientJob(parent.getDisplay(), request, model.catalog(), this::showGradients));
    sash.addListener(SWT.Resize, e -> proportions());
    grounded = List.of(sash, right, head, strip, canvas);
    ThemeChanges.onChange(content, this::ground);
    model.onChange(this::show);
    show();
  }

  private void proportions() {
    int width = sash.getClientArea().width;
    boolean narrow = width < NARROW;
    sash.setMaximizedControl(narrow ? sash.getChildren()[1] : null);
    if (!narrow && width > 0) {
      sash.setWeights(RULE_WIDTH, width - RULE_WIDTH);
    }
  }

  /** Gives all parts the ground of the rule's panel, which the theme reaches before them. */
  private void ground() {
    Color ground = rule.background();
    for (Composite part : grounded) {
      if (!ground.equals(part.getBackground())) {
        part.setBackgroundMode(SWT.INHERIT_FORCE);
        part.setBackground(ground);
      }
    }
  }

  private void refused(String why) {
    rule.say(why);
  }

  @Override
  public Composite control() {
    return content;
  }

  @Override
  public String title() {
    return StudioMessages.page_matrix;
  }

  @Override
  public void show() {
    if (content.isDisposed()) {
      return;
    }
    Draft draft = model.shown();
    if (draft != shown) {
      boolean dealtAnew = shown == null || !canvas.view().fits(draft) || trial.isUnderWay();
      shown = draft;
      MatrixView view = dealtAnew ? MatrixView.of(draft, order, bar.sought()) : canvas.view().with(draft);
      canvas.show(view);
      skew.request(view.counts());
    }
    rule.show();
    bar.show();
  }

  private void show(SkewReport report) {
    if (content.isDisposed()) {
      return;
    }
    ground();
    strip.show(report, canvas.view().classes());
    double[] ofClients = new double[report.clients().clients()];
    for (int client = 0; client < ofClients.length; client++) {
      ofClients[client] = report.clients().of(SkewMeasure.JENSEN_SHANNON, client);
    }
    canvas.showSkew(ofClients);
    if (report.chance().isPresent()) {
      measureGradients();
    }
  }

  /** Only now, so that they do not take the processors from the figures that one waits for. */
  private void measureGradients() {
    if (shown != measured) {
      measured = shown;
      gradients.ifPresent(job -> job.request(measured.clientOfRow()));
    }
  }

  private void showGradients(Optional<SkewFigure> figure) {
    if (!content.isDisposed()) {
      strip.show(figure);
    }
  }

  MatrixActions actions() {
    return actions;
  }

  void chosen() {
    MatrixSelection chosen = canvas.selection();
    if (chosen != null && canvas.view() != null) {
      model.say(MatrixWords.of(canvas.view(), chosen));
    }
  }

  void toggleBrush() {
    commands.brush().putDown(!commands.brush().isDown());
    model.say(commands.brush().isDown() ? StudioMessages.said_painting : StudioMessages.said_choosing);
  }

  void reseed() {
    rule.reseed();
  }

  void search() {
    bar.search();
  }

  MatrixMode mode() {
    return canvas.mode();
  }

  void look(MatrixMode mode) {
    canvas.look(mode);
    bar.show();
  }

  void nextMode() {
    look(MatrixMode.values()[(mode().ordinal() + 1) % MatrixMode.values().length]);
  }

  MatrixOrder order() {
    return order;
  }

  void order(MatrixOrder chosen) {
    order = chosen;
    resort();
    bar.show();
  }

  void nextOrder() {
    order(MatrixOrder.values()[(order.ordinal() + 1) % MatrixOrder.values().length]);
  }

  /** Orders the clients anew, and lets through what is sought. */
  void resort() {
    canvas.show(MatrixView.of(model.shown(), order, bar.sought()));
  }

  @Override
  public void setFocus() {
    canvas.setFocus();
  }

  /** Whether all that was asked for is on the screen. */
  public boolean isUpToDate() {
    return skew.isIdle() && !trial.isUnderWay();
  }

  public MatrixCanvas canvas() {
    return canvas;
  }

  public SkewStrip strip() {
    return strip;
  }

  @Override
  public void dispose() {
    trial.end();
    skew.forget();
    gradients.ifPresent(GradientJob::stop);
  }
}
