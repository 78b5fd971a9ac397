package org.archipelago.ui.workbench.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Language;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.data.skew.SkewMeasure;
import org.archipelago.partition.Edits;
import org.archipelago.partition.goal.Goal;
import org.archipelago.partition.goal.GoalText;
import org.archipelago.partition.goal.Solution;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.editor.form.Layouts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;

/** The page on which goals are stated, and a partition found that meets them, or said which of them conflict. */
final class GoalsPage implements StudioPage {

  private static final int MARGIN = 18;
  private static final int NUMBER_WIDTH = 64;
  private static final int LINES = 7;
  private static final List<SkewMeasure> MEASURES = List.of(SkewMeasure.values());

  private final StudioModel model;
  private final Composite content;
  private final Runnable showMatrix;
  private final Button figureWanted;
  private final Combo measure;
  private final Combo overChance;
  private final Text value;
  private final Text tolerance;
  private final Button sizesWanted;
  private final Text least;
  private final Text most;
  private final Combo reserve;
  private final Text others;
  private final Button find;
  private final Button stop;
  private final ProgressBar bar;
  private final Label progress;
  private final Label outcome;
  private final Link see;
  private final SolverJob solver;

  /** @param showMatrix brings the matrix to the front */
  GoalsPage(Composite parent, StudioModel model, Runnable showMatrix) {
    this.model = model;
    this.showMatrix = showMatrix;
    content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN - 4).spacing(0, 8).applyTo(content);
    HelpContext.set(content, "studio_goals");
    Label heading = new Label(content, SWT.NONE);
    heading.setText(StudioMessages.goals_title);
    Fonts.bold(heading, 2);
    Layouts.quiet(content, StudioMessages.goals_intro);
    Composite figure = row();
    figureWanted = tick(figure, StudioMessages.goals_figure, true);
    measure = combo(figure, MEASURES.stream().map(GoalsPage::name).toList(), StudioMessages.goals_figureToolTip);
    overChance = combo(figure, List.of(StudioMessages.goals_overChance, StudioMessages.goals_inAll), "");
    value = number(figure, "0.2", StudioMessages.goals_value);
    word(figure, "\u00b1");
    tolerance = number(figure, "0.02", StudioMessages.goals_tolerance);
    Composite sizes = row();
    sizesWanted = tick(sizes, StudioMessages.goals_sizes, false);
    least = number(sizes, "20", StudioMessages.goals_least);
    word(sizes, StudioMessages.goals_to);
    most = number(sizes, "", StudioMessages.goals_most);
    word(sizes, StudioMessages.words_rows);
    Composite rest = row();
    word(rest, StudioMessages.goals_reserve);
    reserve = combo(rest,
        List.of(StudioMessages.goals_reserveKept, StudioMessages.goals_reserveEmpty, StudioMessages.goals_reserveFree),
        "");
    Label more = new Label(content, SWT.NONE);
    more.setText(StudioMessages.goals_others);
    others = new Text(content, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP);
    others.setToolTipText(StudioMessages.goals_othersToolTip);
    others.addListener(SWT.Traverse, e ->
        e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    GridDataFactory.fillDefaults().grab(true, false).hint(200, LINES * others.getLineHeight()).applyTo(others);
    Layouts.quiet(content, NLS.bind(StudioMessages.goals_examples, String.join("   \u00b7   ", GoalText.EXAMPLES)));
    Composite buttons = row();
    find = button(buttons, StudioMessages.goals_find, this::find);
    stop = button(buttons, StudioMessages.goals_stop, this::stop);
    bar = new ProgressBar(buttons, SWT.HORIZONTAL | SWT.INDETERMINATE);
    GridDataFactory.fillDefaults().hint(160, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(bar);
    progress = Layouts.quiet(buttons, "");
    outcome = new Label(content, SWT.WRAP);
    outcome.setData("outcome", "");
    Layouts.wrap(outcome);
    see = new Link(content, SWT.NONE);
    see.setText(StudioMessages.goals_see);
    see.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> this.showMatrix.run()));
    GridDataFactory.fillDefaults().exclude(true).applyTo(see);
    see.setVisible(false);
    solver = new SolverJob(content.getDisplay(), this::say, this::solved);
    working(false);
  }

  private static String name(SkewMeasure one) {
    return new SkewFigure(one.id() + ".mean", 0, Optional.empty()).name(Language.current());
  }

  private Composite row() {
    Composite row = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(8).spacing(8, 0).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    return row;
  }

  private static Button tick(Composite parent, String text, boolean on) {
    Button tick = new Button(parent, SWT.CHECK);
    tick.setText(text);
    tick.setSelection(on);
    return tick;
  }

  private static Combo combo(Composite parent, List<String> items, String tip) {
    Combo combo = new Combo(parent, SWT.READ_ONLY);
    combo.setItems(items.toArray(String[]::new));
    combo.select(0);
    combo.setToolTipText(tip.isEmpty() ? null : tip);
    return combo;
  }

  private static Text number(Composite parent, String begun, String tip) {
    Text text = new Text(parent, SWT.BORDER | SWT.RIGHT);
    text.setText(begun);
    text.setToolTipText(tip);
    text.setMessage(tip);
    GridDataFactory.fillDefaults().hint(NUMBER_WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(text);
    return text;
  }

  private static void word(Composite parent, String text) {
    Label label = new Label(parent, SWT.NONE);
    label.setText(Layouts.escaped(text));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
  }

  private static Button button(Composite parent, String text, Runnable action) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(text);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    return button;
  }

  /** What is stated, as the goals' texts. */
  private List<String> goals() {
    List<String> texts = new ArrayList<>();
    if (figureWanted.getSelection()) {
      texts.add("%s %s.mean %s +- %s".formatted(
          overChance.getSelectionIndex() == 0 ? "excess" : "value",
          MEASURES.get(measure.getSelectionIndex()).id(),
          value.getText().strip(),
          tolerance.getText().strip()));
    }
    if (sizesWanted.getSelection()) {
      texts.add("size " + least.getText().strip() + ".." + most.getText().strip());
    }
    texts.add("reserve " + Goal.ReserveUse.values()[reserve.getSelectionIndex()].id());
    others.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(texts::add);
    return texts;
  }

  private void find() {
    working(true);
    show("", Palette.QUIET);
    say(StudioMessages.goals_looking);
    solver.solve(model.current(), goals(), model.seed());
  }

  private void stop() {
    solver.stop();
  }

  private void say(String what) {
    Layouts.setText(progress, what);
  }

  private void solved(SolverJob.Outcome found) {
    if (content.isDisposed()) {
      return;
    }
    working(false);
    say("");
    found.refusal().ifPresent(why -> show(why, Palette.ERROR));
    found.solution().ifPresent(this::show);
  }

  private void show(Solution solution) {
    String name = "Solve for " + String.join("; ", goals());
    if (solution.draft().filter(draft -> !draft.clients().equals(model.current().clients())).isPresent()) {
      show(StudioMessages.goals_changed, Palette.WARNING);
      return;
    }
    boolean taken = solution.draft().filter(draft -> model.perform(Edits.replace(name, draft))).isPresent();
    boolean met = solution.outcome() == Solution.Outcome.MET;
    show(solution.localizedSentence(), met ? Palette.READY : Palette.WARNING);
    Layouts.show(see, taken);
    content.layout(true, true);
  }

  private void show(String words, Palette colour) {
    colour.applyTo(outcome);
    outcome.setText(Layouts.escaped(words));
    Layouts.show(see, false);
    content.layout(true, true);
  }

  private void working(boolean busy) {
    find.setEnabled(!busy);
    stop.setEnabled(busy);
    bar.setVisible(busy);
  }

  @Override
  public String title() {
    return StudioMessages.page_goals;
  }

  @Override
  public Control control() {
    return content;
  }

  @Override
  public void show() {
    content.layout(true, true);
  }

  @Override
  public void setFocus() {
    value.setFocus();
  }

  @Override
  public void dispose() {
    solver.stop();
  }
}
