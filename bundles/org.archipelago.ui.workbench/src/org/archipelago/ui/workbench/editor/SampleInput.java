package org.archipelago.ui.workbench.editor;

import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IPersistableElement;

/**
 * A sample that ships with the program. It can be changed and run as it is; saving keeps a copy among
 * the user's own experiments.
 *
 * @param id the sample's id
 * @param title its title
 * @param text its file
 */
public record SampleInput(String id, String title, String text) implements ExperimentInput {

  @Override
  public String fileName() {
    return id + ".yaml";
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.SAMPLE.descriptor();
  }

  @Override
  public String getName() {
    return id;
  }

  @Override
  public String getToolTipText() {
    return NLS.bind(Messages.Editor_sampleToolTip, title);
  }

  /** A sample is not opened again at the next start: its unsaved changes would be missing. */
  @Override
  public IPersistableElement getPersistable() {
    return null;
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    return null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleInput sample && sample.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
