package org.archipelago.ui.workbench.run;

import java.util.Map;
import org.archipelago.core.RunState;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** Pauses the run shown, or lets it go on. */
public final class PauseHandler extends AbstractHandler implements IElementUpdater {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    ShownLiveRun.of(HandlerUtil.getActiveWorkbenchWindowChecked(event)).ifPresent(LiveRun::togglePause);
    return null;
  }

  @Override
  public void updateElement(UIElement element, Map parameters) {
    boolean paused =
        ShownLiveRun.of(element.getServiceLocator())
            .filter(run -> run.model().state() == RunState.PAUSED)
            .isPresent();
    element.setText(paused ? Messages.Run_resume : Messages.Run_pause);
    element.setTooltip(paused ? Messages.Run_resumeToolTip : Messages.Run_pauseToolTip);
    element.setIcon((paused ? Icons.RESUME : Icons.PAUSE).descriptor());
  }
}
