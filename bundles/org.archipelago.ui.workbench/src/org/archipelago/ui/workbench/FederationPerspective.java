package org.archipelago.ui.workbench;

import org.archipelago.ui.workbench.experiments.ExperimentsView;
import org.archipelago.ui.workbench.problems.ProblemsView;
import org.archipelago.ui.workbench.run.RunView;
import org.archipelago.ui.workbench.session.SessionView;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.eclipse.ui.IViewLayout;

/** The first perspective: experiments to the left, the editor in the middle, run and session to the right. */
public final class FederationPerspective implements IPerspectiveFactory {

  /** The perspective's id. */
  public static final String ID = "org.archipelago.ui.workbench.federation";

  private static final float EXPERIMENTS = 0.2f;
  private static final float EDITOR = 0.48f;
  private static final float BELOW = 0.75f;
  private static final String HELP = "org.archipelago.ui.help.view";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    layout.addView(ExperimentsView.ID, IPageLayout.LEFT, EXPERIMENTS, IPageLayout.ID_EDITOR_AREA);
    IPlaceholderFolderLayout below =
        layout.createPlaceholderFolder("below", IPageLayout.BOTTOM, BELOW, IPageLayout.ID_EDITOR_AREA);
    below.addPlaceholder(ProblemsView.ID);
    below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    IFolderLayout runs =
        layout.createFolder("runs", IPageLayout.RIGHT, EDITOR, IPageLayout.ID_EDITOR_AREA);
    runs.addView(RunView.ID);
    runs.addView(SessionView.ID);
    runs.addPlaceholder(HELP);
    layout.addShowViewShortcut(ProblemsView.ID);
    layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
    layout.addShowViewShortcut(HELP);
    for (String id : new String[] {ExperimentsView.ID, RunView.ID, SessionView.ID}) {
      IViewLayout view = layout.getViewLayout(id);
      view.setCloseable(false);
      layout.addShowViewShortcut(id);
    }
  }
}
