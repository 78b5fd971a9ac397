package org.archipelago.ui.workbench.editor.form;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.eclipse.swt.widgets.Composite;

/** One component of a kind is chosen: of a few that are all described, or from a list where there are more. */
interface ComponentChooser {

  /** So many can be taken in at a glance. */
  int FEW = 8;

  static ComponentChooser of(Composite parent, String path, ComponentKind kind, FieldSource source) {
    List<ComponentDescriptor> components = source.components(kind);
    return components.size() <= FEW
        ? new RadioChooser(parent, path, components, source)
        : new ListChooser(parent, path, components, source);
  }

  void show(Optional<ComponentDescriptor> chosen);

  void setEditable(boolean editable);
}
