package org.archipelago.ui.workbench;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** Lists the experiments; says what to do where there is none. */
public final class ExperimentsView extends ViewPart {

    /** The view's id. */
    public static final String ID = "org.archipelago.ui.workbench.experiments";

    private Composite body;

    @Override
    public void createPartControl(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(body);
        Label empty = new Label(body, SWT.WRAP);
        empty.setText("No experiments yet.\n\nAn experiment is a text file that says which data, which clients, "
            + "which model and which strategy learn together.");
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(empty);
    }

    @Override
    public void setFocus() {
        body.setFocus();
    }
}
