package org.archipelago.ui.workbench.editor.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Every component with a line on what it is, and a button to choose it. */
final class RadioChooser implements ComponentChooser {

  private static final int INDENT = 20;

  private final Map<String, Button> buttons = new LinkedHashMap<>();

  RadioChooser(Composite parent, String path, List<ComponentDescriptor> components, FieldSource source) {
    Composite radios = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(radios);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(radios);
    for (ComponentDescriptor component : components) {
      Button button = new Button(radios, SWT.RADIO);
      button.setText(Layouts.escaped(component.title()));
      button.setToolTipText(toolTip(component));
      button.setData(FieldRow.PATH, path + "=" + component.id());
      button.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(
              e -> {
                if (button.getSelection()) {
                  source.choose(path, component.id());
                }
              }));
      Label text = Layouts.quiet(radios, component.text());
      GridDataFactory.createFrom((org.eclipse.swt.layout.GridData) text.getLayoutData())
          .indent(INDENT, 0)
          .applyTo(text);
      buttons.put(component.id(), button);
    }
  }

  private static String toolTip(ComponentDescriptor component) {
    return component.source().isEmpty()
        ? component.id()
        : component.id() + "\n" + NLS.bind(Messages.Hint_source, component.source());
  }

  @Override
  public void show(Optional<ComponentDescriptor> chosen) {
    String id = chosen.map(ComponentDescriptor::id).orElse("");
    buttons.forEach((key, button) -> {
      if (button.getSelection() != key.equals(id)) {
        button.setSelection(key.equals(id));
      }
    });
  }

  @Override
  public void setEditable(boolean editable) {
    buttons.values().forEach(button -> button.setEnabled(editable));
  }
}
