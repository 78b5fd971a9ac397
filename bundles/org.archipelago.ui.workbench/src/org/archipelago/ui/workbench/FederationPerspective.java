package org.archipelago.ui.workbench;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The first perspective: experiments to the left, the editors in the middle. */
public final class FederationPerspective implements IPerspectiveFactory {

    /** The perspective's id. */
    public static final String ID = "org.archipelago.ui.workbench.federation";

    private static final float LEFT_WIDTH = 0.26f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView(ExperimentsView.ID, IPageLayout.LEFT, LEFT_WIDTH, IPageLayout.ID_EDITOR_AREA);
        layout.getViewLayout(ExperimentsView.ID).setCloseable(false);
        layout.addShowViewShortcut(ExperimentsView.ID);
    }
}
