package org.archipelago.ui.workbench.welcome;

import org.archipelago.ui.common.Icons;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** Stands for the Welcome page in the editor area; there is one, and it is not remembered. */
record WelcomeInput() implements IEditorInput {

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.EXPERIMENTS.descriptor();
  }

  @Override
  public String getName() {
    return WelcomeMessages.tab;
  }

  @Override
  public String getToolTipText() {
    return WelcomeMessages.title;
  }

  @Override
  public IPersistableElement getPersistable() {
    return null;
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    return null;
  }
}
