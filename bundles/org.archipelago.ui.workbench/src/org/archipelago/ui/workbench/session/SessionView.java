package org.archipelago.ui.workbench.session;

import java.util.Optional;
import org.archipelago.engine.Invitation;
import org.archipelago.ui.common.Coalescer;
import org.archipelago.ui.common.EmptyState;
import org.archipelago.ui.workbench.HelpContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/** The session that remote clients join. */
public final class SessionView extends ViewPart {

  /** The view's id. */
  public static final String ID = "org.archipelago.ui.workbench.session";

  private static final int CLOCK_MILLIS = 1000;

  private IMemento memento;
  private Sessions sessions;
  private Runnable onNews;
  private Composite stack;
  private EmptyState empty;
  private SessionPane pane;

  @Override
  public void init(IViewSite site, IMemento saved) throws PartInitException {
    super.init(site, saved);
    memento = saved;
  }

  @Override
  public void createPartControl(Composite parent) {
    HelpContext.set(parent, "session");
    sessions = getSite().getService(Sessions.class);
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    empty = new EmptyState(stack, SessionMessages.empty_title, SessionMessages.empty_advice);
    pane = new SessionPane(stack);
    if (memento != null) {
      pane.restore(memento);
    }
    onNews = new Coalescer(stack, this::refresh)::request;
    sessions.addListener(onNews);
    refresh();
    stack.getDisplay().timerExec(CLOCK_MILLIS, this::tick);
  }

  private void refresh() {
    SessionSnapshot now = sessions.snapshot();
    boolean open = !now.address().isEmpty();
    if (open) {
      pane.show(now);
    }
    Control top = open ? pane : empty;
    StackLayout layout = (StackLayout) stack.getLayout();
    if (layout.topControl != top) {
      layout.topControl = top;
      stack.layout();
    }
  }

  /** Signs of life come without news. */
  private void tick() {
    if (!stack.isDisposed()) {
      refresh();
      stack.getDisplay().timerExec(CLOCK_MILLIS, this::tick);
    }
  }

  /** The invitation that is chosen, if one is. */
  Optional<Invitation> chosenInvitation() {
    return pane.chosenInvitation();
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
    pane.save(state);
  }

  @Override
  public void dispose() {
    sessions.removeListener(onNews);
    super.dispose();
  }
}
