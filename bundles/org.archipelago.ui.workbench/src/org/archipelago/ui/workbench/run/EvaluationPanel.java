package org.archipelago.ui.workbench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.charts.EvaluationCharts;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Language;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.Task;
import org.archipelago.results.EvaluationTable;
import org.archipelago.ui.charts.ChartCanvas;
import org.archipelago.ui.charts.HeatMapCanvas;
import org.archipelago.ui.common.EmptyState;
import org.archipelago.ui.workbench.HelpContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;

/**
 * What a run's last model was found to be worth: figures by class and over all rows, confusion matrix and
 * reliability, on the hold-out or on rows that clients keep back. Where there is the width, figures and a
 * picture stand side by side.
 */
final class EvaluationPanel extends Composite {

  private static final String BY_CLASS = "byClass";
  private static final String OVERALL = "overall";
  private static final int WIDE = 760;
  private static final int MOST_CLIENTS = 500;

  private final EmptyState notYet;
  private final EmptyState none;
  private final Composite measured;
  private final Combo rows;
  private final Combo view;
  private final Composite figures;
  private final Composite pictures;
  private final EvaluationTables.ByClass byClass;
  private final EvaluationTables.Overall overall;
  private final HeatMapCanvas matrix;
  private final ChartCanvas reliability;
  private final Map<String, Evaluation> choices = new LinkedHashMap<>();
  private RunEvaluation shown;
  private Task task;

  EvaluationPanel(Composite parent) {
    super(parent, SWT.NONE);
    setLayout(new StackLayout());
    HelpContext.set(this, "evaluation");
    notYet =
        new EmptyState(
            this, EvaluationMessages.Evaluation_notYetTitle, EvaluationMessages.Evaluation_notYet);
    none =
        new EmptyState(
            this, EvaluationMessages.Evaluation_noneTitle, EvaluationMessages.Evaluation_none);
    measured = new Composite(this, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).margins(6, 4).spacing(6, 4).applyTo(measured);
    rows = combo(EvaluationMessages.Evaluation_rowsOf);
    view = combo(EvaluationMessages.Evaluation_show);
    Composite body = new Composite(measured, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).span(4, 1).applyTo(body);
    GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(6, 0).applyTo(body);
    figures = stack(body);
    pictures = stack(body);
    byClass = new EvaluationTables.ByClass(figures);
    overall = new EvaluationTables.Overall(figures);
    matrix = new HeatMapCanvas(pictures);
    reliability = new ChartCanvas(pictures);
    body.addListener(SWT.Resize, event -> arrange());
    top(this, notYet);
  }

  private Combo combo(String label) {
    Label words = new Label(measured, SWT.NONE);
    words.setText(label);
    Combo combo = new Combo(measured, SWT.READ_ONLY);
    GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(combo);
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showChosen()));
    return combo;
  }

  private static Composite stack(Composite parent) {
    Composite stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    return stack;
  }

  void show(RunSnapshot run) {
    if (run.evaluation().isEmpty() || run.header().isEmpty()) {
      shown = null;
      top(this, run.state().ended() ? none : notYet);
      return;
    }
    if (run.evaluation().get() != shown) {
      shown = run.evaluation().get();
      task = run.header().get().dataset().task();
      fill();
      showChosen();
    }
    top(this, measured);
  }

  private void fill() {
    choices.clear();
    shown.test().ifPresent(test -> choices.put(EvaluationMessages.Evaluation_holdOut, test));
    shown.clients().ifPresent(all -> choices.put(EvaluationMessages.Evaluation_clients, all));
    shown.each().stream()
        .limit(MOST_CLIENTS)
        .forEach(client -> choices.putIfAbsent(client.client(), client.evaluation()));
    refill(rows, new ArrayList<>(choices.keySet()));
    refill(view, views());
  }

  private List<String> views() {
    if (task.kind() == Task.Kind.REGRESSION) {
      return List.of(EvaluationMessages.Evaluation_all);
    }
    List<String> views =
        new ArrayList<>(
            List.of(
                EvaluationMessages.Evaluation_byClass,
                EvaluationMessages.Evaluation_all,
                EvaluationMessages.Evaluation_matrix,
                EvaluationMessages.Evaluation_shares));
    if (task.kind() == Task.Kind.CLASSIFICATION) {
      views.add(EvaluationMessages.Evaluation_reliability);
    }
    return views;
  }

  private static void refill(Combo combo, List<String> items) {
    String before = combo.getText();
    combo.setItems(items.toArray(String[]::new));
    combo.select(Math.max(0, items.indexOf(before)));
    combo.setEnabled(items.size() > 1);
  }

  private void showChosen() {
    Evaluation evaluation = choices.get(rows.getText());
    if (evaluation == null) {
      top(this, none);
      return;
    }
    EvaluationTable table = EvaluationTable.of(task, evaluation, Language.current());
    byClass.show(table);
    overall.show(table);
    evaluation.confusion().ifPresent(counts ->
        matrix.show(
            EvaluationCharts.confusion(
                task, counts, is(EvaluationMessages.Evaluation_shares), Language.current())));
    reliability.show(EvaluationCharts.reliability(evaluation, Language.current()));
    boolean classes = !table.classes().isEmpty();
    top(figures, is(EvaluationMessages.Evaluation_all) || !classes ? overall : byClass);
    top(pictures, is(EvaluationMessages.Evaluation_reliability) ? reliability : matrix);
    arrange();
  }

  private boolean is(String name) {
    return view.getText().equals(name);
  }

  /** Side by side where there is room for both, else what was chosen. */
  private void arrange() {
    Evaluation evaluation = choices.get(rows.getText());
    boolean hasPictures = evaluation != null && evaluation.confusion().isPresent();
    boolean wide = figures.getParent().getSize().x >= WIDE;
    boolean picture =
        is(EvaluationMessages.Evaluation_matrix)
            || is(EvaluationMessages.Evaluation_shares)
            || is(EvaluationMessages.Evaluation_reliability);
    ((GridLayout) figures.getParent().getLayout()).numColumns = hasPictures && wide ? 2 : 1;
    boolean left = show(figures, !hasPictures || wide || !picture);
    boolean right = show(pictures, hasPictures && (wide || picture));
    if (left || right) {
      figures.getParent().layout(true, true);
    }
  }

  /** Whether that changed anything. */
  private static boolean show(Control control, boolean wanted) {
    GridData place = (GridData) control.getLayoutData();
    boolean changed = place.exclude == wanted;
    place.exclude = !wanted;
    control.setVisible(wanted);
    return changed;
  }

  private static void top(Composite parent, Control child) {
    StackLayout stack = (StackLayout) parent.getLayout();
    if (stack.topControl != child) {
      stack.topControl = child;
      parent.layout();
    }
  }

  @Override
  public boolean setFocus() {
    return rows.isVisible() ? view.setFocus() : super.setFocus();
  }

  void save(IMemento state) {
    byClass.save(state, BY_CLASS);
    overall.save(state, OVERALL);
  }

  void restore(IMemento state) {
    byClass.restore(state, BY_CLASS);
    overall.restore(state, OVERALL);
  }
}
