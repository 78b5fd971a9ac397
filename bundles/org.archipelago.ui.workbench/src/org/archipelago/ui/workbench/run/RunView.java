package org.archipelago.ui.workbench.run;

import java.util.List;
import java.util.Optional;
import org.archipelago.ui.common.Coalescer;
import org.archipelago.ui.common.EmptyState;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/** One run as it goes on, or several on the same charts. */
public final class RunView extends ViewPart {

  /** The view's id. */
  public static final String ID = "org.archipelago.ui.workbench.run";

  private static final String SINGLE = "single";
  private static final String COMPARISON = "comparison";
  private static final String FIGURE = "figure";
  private static final int CLOCK_MILLIS = 500;

  private final Runnable onShown = this::showRuns;
  private IMemento memento;
  private ShownRun shown;
  private RunService service;
  private List<RunModel> runs = List.of();
  private Runnable onNews;
  private Composite body;
  private ActiveRunsBar active;
  private Composite stack;
  private EmptyState empty;
  private SingleRunPane single;
  private ComparisonPane comparison;
  private FigureChoice choice;

  @Override
  public void init(IViewSite site, IMemento saved) throws PartInitException {
    super.init(site, saved);
    memento = saved;
  }

  @Override
  public void createPartControl(Composite parent) {
    HelpContext.set(parent, "run");
    shown = getSite().getService(ShownRun.class);
    service = getSite().getService(RunService.class);
    body = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
    active = new ActiveRunsBar(body, service, shown);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(active);
    active.setVisible(false);
    stack = new Composite(body, SWT.NONE);
    stack.setLayout(new StackLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    empty = new EmptyState(stack, Messages.Run_emptyTitle, Messages.Run_emptyAdvice);
    String figure = memento == null ? null : memento.getString(FIGURE);
    choice = new FigureChoice(figure == null ? "" : figure, this::refresh);
    single = new SingleRunPane(stack, choice);
    comparison = new ComparisonPane(stack, choice);
    restore();
    onNews = new Coalescer(body, this::refresh)::request;
    shown.addListener(onShown);
    getSite().getService(Workspace.class).addListener(onNews);
    showRuns();
    body.getDisplay().timerExec(CLOCK_MILLIS, this::tick);
  }

  private void showRuns() {
    runs.forEach(run -> run.removeListener(onNews));
    runs = shown.all();
    runs.forEach(run -> run.addListener(onNews));
    refresh();
  }

  private void refresh() {
    active.refresh();
    if (runs.isEmpty()) {
      top(empty);
    } else if (runs.size() == 1) {
      single.show(runs.getFirst().snapshot());
      top(single);
    } else {
      comparison.show(runs, service.origins());
      top(comparison);
    }
  }

  private void top(Control child) {
    StackLayout layout = (StackLayout) stack.getLayout();
    if (layout.topControl != child) {
      layout.topControl = child;
      stack.layout();
    }
  }

  /** Lets the elapsed time and what remote clients do move between two rounds. */
  private void tick() {
    if (body.isDisposed()) {
      return;
    }
    if (runs.size() == 1 && !runs.getFirst().state().ended()) {
      single.showNow(runs.getFirst().snapshot());
    }
    body.getDisplay().timerExec(CLOCK_MILLIS, this::tick);
  }

  @Override
  public void setFocus() {
    Control top = ((StackLayout) stack.getLayout()).topControl;
    if (top == null || !top.setFocus()) {
      stack.setFocus();
    }
  }

  @Override
  public void saveState(IMemento state) {
    state.putString(FIGURE, choice.chosen());
    single.save(state.createChild(SINGLE));
    comparison.save(state.createChild(COMPARISON));
  }

  private void restore() {
    Optional<IMemento> saved = Optional.ofNullable(memento);
    saved.map(state -> state.getChild(SINGLE)).ifPresent(single::restore);
    saved.map(state -> state.getChild(COMPARISON)).ifPresent(comparison::restore);
  }

  @Override
  public void dispose() {
    shown.removeListener(onShown);
    getSite().getService(Workspace.class).removeListener(onNews);
    runs.forEach(run -> run.removeListener(onNews));
    super.dispose();
  }
}
