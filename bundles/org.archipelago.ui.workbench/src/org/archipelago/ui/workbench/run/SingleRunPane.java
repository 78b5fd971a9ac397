package org.archipelago.ui.workbench.run;

import java.util.Optional;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ClientCharts;
import org.archipelago.charts.RunCharts;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunHeader;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.results.RunSeries;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;

/** One run: its progress, its curves as they grow, its clients, its log, and what it costs. */
final class SingleRunPane extends Composite {

  private static final String TAB = "tab";
  private static final String LOG = "log";
  private static final int[] WEIGHTS = {65, 35};
  private static final int[] EVALUATION_WEIGHTS = {36, 64};

  private final RunHeaderBar header;
  private final SashForm sash;
  private final ChartsPanel charts;
  private final CTabFolder tabs;
  private final ClientsPanel clients;
  private final LogTable log;
  private final CostPanel cost;
  private final EvaluationPanel evaluation;
  private final FigureChoice figure;
  private int[] otherWeights = EVALUATION_WEIGHTS;
  private boolean roomForEvaluation;
  private RunSnapshot shown;
  private RunLog run;
  private Optional<ClientRow> chosen = Optional.empty();

  SingleRunPane(Composite parent, FigureChoice figure) {
    super(parent, SWT.NONE);
    this.figure = figure;
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
    header = new RunHeaderBar(this);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
    sash = new SashForm(this, SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    charts = new ChartsPanel(sash, figure);
    tabs = new CTabFolder(sash, SWT.BOTTOM | SWT.FLAT);
    clients = new ClientsPanel(tabs, this::choose);
    log = new LogTable(tabs);
    cost = new CostPanel(tabs);
    evaluation = new EvaluationPanel(tabs);
    tab(Messages.Tab_clients, clients);
    tab(EvaluationMessages.Evaluation_tab, evaluation);
    tab(Messages.Tab_log, log);
    tab(Messages.Tab_cost, cost);
    tabs.setSelection(0);
    tabs.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
      makeRoom();
      showTab();
    }));
    sash.setWeights(WEIGHTS);
  }

  private void tab(String title, Control control) {
    CTabItem item = new CTabItem(tabs, SWT.NONE);
    item.setText(title);
    item.setControl(control);
  }

  void show(RunSnapshot now) {
    if (now.log() != run) {
      run = now.log();
      chosen = Optional.empty();
    }
    shown = now;
    header.show(now);
    sash.setVisible(now.series().isPresent());
    showCharts();
    showTab();
  }

  /** Shows what moves between two rounds: the time, and what remote clients do. */
  void showNow(RunSnapshot now) {
    header.show(now);
    shown = now;
    if (tabs.getSelection().getControl() == clients) {
      showTab();
    }
  }

  private void choose(Optional<ClientRow> client) {
    chosen = client;
    showCharts();
  }

  private void showCharts() {
    if (shown == null || shown.series().isEmpty()) {
      return;
    }
    RunSeries series = shown.series().get();
    ChartSpec loss =
        chosen.map(client -> ClientCharts.loss(series, client.name()))
            .orElseGet(() -> RunCharts.loss(series));
    String metric = figure.of(series);
    ChartSpec score =
        chosen.map(client -> ClientCharts.score(series, client.name(), client.rows()))
            .filter(chart -> metric.equals(series.metrics().getFirst()))
            .orElseGet(() -> RunCharts.score(series, metric));
    charts.figures(series.metrics(), metric);
    charts.show(
        loss, score, hasPrivacy(shown) ? Optional.of(RunCharts.privacy(series)) : Optional.empty());
  }

  /** The evaluation's pictures need more room than lines do; both keep the room they were given. */
  private void makeRoom() {
    boolean wanted = tabs.getSelection().getControl() == evaluation;
    if (wanted != roomForEvaluation) {
      roomForEvaluation = wanted;
      int[] before = sash.getWeights();
      sash.setWeights(otherWeights);
      otherWeights = before;
    }
  }

  /** Only what is in sight is brought up to date. */
  private void showTab() {
    if (shown == null) {
      return;
    }
    Control inSight = tabs.getSelection().getControl();
    if (inSight == clients) {
      String metric =
          shown.header().map(h -> h.dataset().task().primaryMetric()).orElse(Metrics.ACCURACY);
      clients.show(shown, metric);
    } else if (inSight == evaluation) {
      evaluation.show(shown);
    } else if (inSight == log) {
      log.show(shown.log());
    } else {
      shown.series().ifPresent(cost::show);
    }
  }

  static boolean hasPrivacy(RunSnapshot run) {
    return run.header()
        .map(RunHeader::experiment)
        .filter(experiment -> !experiment.section(ComponentKind.PRIVACY).id().equals("none"))
        .isPresent();
  }

  /** Keeps what was laid out and chosen. */
  void save(IMemento state) {
    SashMemory.save(sash, state);
    state.putInteger(TAB, tabs.getSelectionIndex());
    charts.save(state);
    clients.save(state);
    evaluation.save(state);
    log.save(state, LOG);
  }

  void restore(IMemento state) {
    SashMemory.restore(sash, state);
    Integer tab = state.getInteger(TAB);
    if (tab != null && tab >= 0 && tab < tabs.getItemCount()) {
      tabs.setSelection(tab);
    }
    roomForEvaluation = tabs.getSelection().getControl() == evaluation;
    otherWeights = roomForEvaluation ? WEIGHTS : EVALUATION_WEIGHTS;
    charts.restore(state);
    clients.restore(state);
    evaluation.restore(state);
    log.restore(state, LOG);
  }

  @Override
  public boolean setFocus() {
    CTabItem inFront = tabs.isDisposed() ? null : tabs.getSelection();
    return inFront != null && !inFront.isDisposed() && inFront.getControl().setFocus();
  }
}
