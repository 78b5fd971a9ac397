package org.archipelago.ui.workbench.welcome;

import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;

/** Shows the {@link WelcomePage} in the editor area. There is nothing to save. */
public final class WelcomeEditor extends EditorPart {

  /** The editor's id. */
  public static final String ID = "org.archipelago.ui.workbench.welcome";

  private WelcomePage page;

  @Override
  public void init(IEditorSite site, IEditorInput input) {
    setSite(site);
    setInput(input);
    setPartName(input.getName());
  }

  @Override
  public void createPartControl(Composite parent) {
    HelpContext.set(parent, "welcome");
    parent.setLayout(new FillLayout());
    page = new WelcomePage(parent, getSite().getPage(), getSite().getService(Workspace.class));
  }

  @Override
  public void setFocus() {
    page.setFocus();
  }

  @Override
  public boolean isDirty() {
    return false;
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }

  @Override
  public void doSave(IProgressMonitor monitor) {}

  @Override
  public void doSaveAs() {}
}
