package org.archipelago.ui.workbench.run;

import org.archipelago.core.Metrics;
import org.archipelago.core.RunHeader;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.ui.common.Coalescer;
import org.archipelago.ui.common.EmptyState;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/** One run: its progress, its curves as they grow, and its clients. */
public final class RunView extends ViewPart {

  /** The view's id. */
  public static final String ID = "org.archipelago.ui.workbench.run";

  private static final String SASH = "charts";
  private static final int CLOCK_MILLIS = 500;
  private static final int[] WEIGHTS = {79, 21};

  private final Runnable onShown = this::showRun;
  private IMemento memento;
  private ShownRun shown;
  private RunModel run;
  private Coalescer coalescer;
  private Runnable onNews;
  private Composite stack;
  private EmptyState empty;
  private Composite body;
  private RunHeaderBar header;
  private ChartsPanel charts;
  private SashForm sash;
  private ClientsTable clients;
  private EmptyState clientsNote;
  private Composite clientsArea;

  @Override
  public void init(IViewSite site, IMemento saved) throws PartInitException {
    super.init(site, saved);
    memento = saved;
  }

  @Override
  public void createPartControl(Composite parent) {
    shown = getSite().getService(ShownRun.class);
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    empty = new EmptyState(stack, Messages.Run_emptyTitle, Messages.Run_emptyAdvice);
    createBody();
    coalescer = new Coalescer(stack, this::refresh);
    onNews = coalescer::request;
    shown.addListener(onShown);
    showRun();
    stack.getDisplay().timerExec(CLOCK_MILLIS, this::tick);
  }

  private void createBody() {
    body = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
    header = new RunHeaderBar(body);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
    sash = new SashForm(body, SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    charts = new ChartsPanel(sash);
    clientsArea = new Composite(sash, SWT.NONE);
    clientsArea.setLayout(new StackLayout());
    clients = new ClientsTable(clientsArea);
    clientsNote = new EmptyState(clientsArea, Messages.Clients_withheldTitle, Messages.Clients_withheld);
    Integer remembered = memento == null ? null : memento.getInteger(SASH);
    sash.setWeights(remembered == null ? WEIGHTS : new int[] {remembered, 1000 - remembered});
  }

  private void showRun() {
    if (run != null) {
      run.removeListener(onNews);
    }
    run = shown.get().orElse(null);
    if (run != null) {
      run.addListener(onNews);
    }
    refresh();
  }

  private void refresh() {
    if (run == null) {
      top(stack, empty);
      return;
    }
    RunSnapshot now = run.snapshot();
    header.show(now);
    now.series().ifPresent(series -> charts.show(series, hasPrivacy(now)));
    sash.setVisible(now.series().isPresent());
    String metric =
        now.header().map(h -> h.dataset().task().primaryMetric()).orElse(Metrics.ACCURACY);
    clients.show(now.clients(), metric);
    top(clientsArea, now.clientsWithheld() ? clientsNote : clients);
    top(stack, body);
  }

  private static boolean hasPrivacy(RunSnapshot run) {
    return run.header()
        .map(RunHeader::experiment)
        .filter(experiment -> !experiment.section(ComponentKind.PRIVACY).id().equals("none"))
        .isPresent();
  }


  private static void top(Composite parent, Control child) {
    StackLayout layout = (StackLayout) parent.getLayout();
    if (layout.topControl != child) {
      layout.topControl = child;
      parent.layout();
    }
  }

  /** Lets the elapsed time move between two rounds. */
  private void tick() {
    if (stack.isDisposed()) {
      return;
    }
    if (run != null && !run.state().ended()) {
      header.show(run.snapshot());
    }
    stack.getDisplay().timerExec(CLOCK_MILLIS, this::tick);
  }

  @Override
  public void setFocus() {
    stack.setFocus();
  }

  @Override
  public void saveState(IMemento state) {
    int[] weights = sash.getWeights();
    state.putInteger(SASH, (int) (1000L * weights[0] / (weights[0] + weights[1])));
  }

  @Override
  public void dispose() {
    shown.removeListener(onShown);
    if (run != null) {
      run.removeListener(onNews);
    }
    super.dispose();
  }
}
