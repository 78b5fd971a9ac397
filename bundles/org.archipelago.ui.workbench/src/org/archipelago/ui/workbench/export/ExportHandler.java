package org.archipelago.ui.workbench.export;

import java.util.Locale;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the export wizard, at the page of what stands behind the class's name: {@code :model}. */
public final class ExportHandler extends AbstractHandler implements IExecutableExtension {

  private ExportContent start;

  @Override
  public void setInitializationData(IConfigurationElement element, String property, Object data) {
    if (data instanceof String content) {
      start = ExportContent.valueOf(content.toUpperCase(Locale.ROOT));
    }
  }

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    ExportWizard.open(HandlerUtil.getActiveWorkbenchWindowChecked(event), start);
    return null;
  }
}
