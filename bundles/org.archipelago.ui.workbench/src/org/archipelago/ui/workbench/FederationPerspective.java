package org.archipelago.ui.workbench;

import org.archipelago.ui.workbench.experiments.ExperimentsView;
import org.archipelago.ui.workbench.run.RunView;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IViewLayout;

/** The first perspective: experiments to the left, the editor in the middle, the run to the right. */
public final class FederationPerspective implements IPerspectiveFactory {

  /** The perspective's id. */
  public static final String ID = "org.archipelago.ui.workbench.federation";

  private static final float EXPERIMENTS = 0.2f;
  private static final float EDITOR = 0.48f;
  private static final float PROGRESS = 0.7f;

  @Override
  public void createInitialLayout(IPageLayout layout) {
    layout.addView(ExperimentsView.ID, IPageLayout.LEFT, EXPERIMENTS, IPageLayout.ID_EDITOR_AREA);
    layout.addView(RunView.ID, IPageLayout.RIGHT, EDITOR, IPageLayout.ID_EDITOR_AREA);
    layout.createPlaceholderFolder("progress", IPageLayout.BOTTOM, PROGRESS, ExperimentsView.ID)
        .addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    for (String id : new String[] {ExperimentsView.ID, RunView.ID}) {
      IViewLayout view = layout.getViewLayout(id);
      view.setCloseable(false);
      layout.addShowViewShortcut(id);
    }
  }
}
