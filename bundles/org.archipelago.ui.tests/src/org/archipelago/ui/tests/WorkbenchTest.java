package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.archipelago.ui.workbench.ExperimentsView;
import org.archipelago.ui.workbench.FederationPerspective;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

    @Test
    void opensWithTheFederationPerspectiveAndItsExperimentsView() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        assertNotNull(window, "the workbench has an active window");
        assertEquals("Archipelago", window.getShell().getText());

        IWorkbenchPage page = window.getActivePage();
        assertEquals(FederationPerspective.ID, page.getPerspective().getId());

        IViewPart view = page.findView(ExperimentsView.ID);
        assertNotNull(view, "the Experiments view is open");
        assertEquals("Experiments", view.getTitle());
        assertTrue(page.isPartVisible(view), "the Experiments view can be seen");
    }
}
