package org.archipelago.ui.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.archipelago.core.Problem;
import org.archipelago.engine.Forecast;
import org.archipelago.store.experiment.ReadResult;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.form.ForecastBar;
import org.archipelago.ui.workbench.editor.form.Forecaster;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;

/** The two lines above the pages: whether the experiment can run, and what the run would be like. */
final class EditorVerdict {

  private final ExperimentEditor editor;
  private final Workspace workspace;
  private final ReadinessBar readiness;
  private final ForecastBar forecastBar;
  private final Forecaster forecaster;
  private final ExperimentCheck check;
  private ReadResult checked;

  /** @param forecast takes every forecast, for the pages */
  EditorVerdict(Composite parent, ExperimentEditor editor, Consumer<Forecast> forecast) {
    this.editor = editor;
    this.workspace = editor.getSite().getService(Workspace.class);
    readiness = new ReadinessBar(parent, editor::reveal, editor::save);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(readiness);
    forecastBar = new ForecastBar(parent);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(forecastBar);
    Consumer<Forecast> all = fresh -> {
      forecastBar.show(fresh);
      addWarnings(fresh.warnings());
      forecast.accept(fresh);
    };
    forecaster = new Forecaster(parent.getDisplay(), all, this::addProblems);
    check = new ExperimentCheck(parent.getDisplay(), workspace, this::show);
  }

  /** Checks the text as it is now. */
  void request() {
    forecaster.cancel();
    check.request(editor.document().get(), editor.input().fileName());
  }

  /** Shows what was found wrong; asks for a forecast when nothing was. */
  void show(ReadResult result) {
    checked = result;
    mark(result);
    if (result.experiment().isPresent()) {
      forecastBar.waiting();
      forecaster.request(
          result.experiment().get(),
          editor.document().get(),
          workspace.catalog(),
          workspace.experiments());
    } else {
      forecaster.cancel();
      forecastBar.impossible();
    }
  }

  /** Shows what there is to beware of in the data. */
  private void addWarnings(List<Problem> warnings) {
    if (!warnings.isEmpty()) {
      List<Problem> all = new ArrayList<>(checked.warnings());
      all.addAll(located(warnings));
      mark(new ReadResult(checked.experiment(), checked.problems(), all, checked.lines()));
    }
  }

  /** Shows what the data, or the components together, were found to lack. */
  private void addProblems(List<Problem> problems) {
    forecastBar.impossible();
    mark(
        new ReadResult(
            checked.experiment(), located(problems), checked.warnings(), checked.lines()));
  }

  private List<Problem> located(List<Problem> problems) {
    String fileName = editor.input().fileName();
    return problems.stream().map(problem -> checked.locate(problem, fileName)).toList();
  }

  private void mark(ReadResult result) {
    readiness.show(result.findings());
    editor.mark(result);
  }

  /** Says something of the file, with a link that saves it; nothing when the text is empty. */
  void note(String text) {
    readiness.note(text);
  }

  void cancel() {
    check.cancel();
    forecaster.cancel();
  }
}
