package org.archipelago.ui.workbench.wizard;

import java.util.Arrays;
import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.ui.common.Palette;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A field for every parameter of a component, with its help below; made from the descriptors. */
final class ComponentFields extends Composite {

  private static final int HELP_WIDTH = 420;
  private static final int NUMBER_WIDTH = 120;
  private static final int INDENT = 16;

  private final ExperimentDraft experiment;
  private final ComponentDraft draft;
  private final Runnable changed;

  /** @param changed is called after every change of the draft */
  ComponentFields(Composite parent, ExperimentDraft experiment, ComponentDraft draft, Runnable changed) {
    super(parent, SWT.NONE);
    this.experiment = experiment;
    this.draft = draft;
    this.changed = changed;
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 4).applyTo(this);
    draft.descriptor().parameters().forEach(this::add);
  }

  private void add(ParameterDescriptor parameter) {
    Label label = new Label(this, SWT.NONE);
    label.setText(NLS.bind(WizardMessages.field, parameter.label()));
    Control control = control(parameter);
    control.setData("parameter", parameter.name());
    control.setToolTipText(allowed(parameter));
    Label help = new Label(this, SWT.WRAP);
    help.setText(parameter.text());
    help.setForeground(Palette.QUIET.on(this));
    GridDataFactory.fillDefaults()
        .span(2, 1)
        .grab(true, false)
        .hint(HELP_WIDTH, SWT.DEFAULT)
        .applyTo(help);
    parameter.component().ifPresent(kind -> inner(parameter, kind, (Combo) control));
  }

  private static String allowed(ParameterDescriptor parameter) {
    return parameter.unit().isEmpty()
        ? NLS.bind(WizardMessages.range, parameter.allowed())
        : NLS.bind(WizardMessages.rangeUnit, parameter.allowed(), parameter.unit());
  }

  private Control control(ParameterDescriptor parameter) {
    return switch (parameter.type()) {
      case CHOICE -> combo(parameter, parameter.choices());
      case FLAG -> flag(parameter);
      case COMPONENT -> componentCombo(parameter);
      case TEXT -> textOrColumn(parameter);
      default -> text(parameter);
    };
  }

  private Control textOrColumn(ParameterDescriptor parameter) {
    if (!parameter.name().equals("column")) {
      return text(parameter);
    }
    List<String> columns =
        experiment.table().columns().stream()
            .map(ColumnSummary::name)
            .filter(name -> !name.equals(experiment.target()))
            .toList();
    return combo(parameter, columns);
  }

  private Combo combo(ParameterDescriptor parameter, List<String> choices) {
    Combo combo = new Combo(this, SWT.READ_ONLY);
    combo.setItems(choices.toArray(String[]::new));
    combo.setText(draft.text(parameter.name()));
    combo.addListener(SWT.Selection, event -> set(parameter, combo.getText()));
    return combo;
  }

  private Button flag(ParameterDescriptor parameter) {
    Button button = new Button(this, SWT.CHECK);
    button.setSelection(Boolean.parseBoolean(draft.text(parameter.name())));
    button.addListener(
        SWT.Selection, event -> set(parameter, Boolean.toString(button.getSelection())));
    return button;
  }

  private Text text(ParameterDescriptor parameter) {
    Text text = new Text(this, SWT.BORDER);
    text.setText(draft.text(parameter.name()));
    text.setMessage(parameter.required() ? "" : "-");
    text.addListener(SWT.Modify, event -> set(parameter, text.getText()));
    GridDataFactory.swtDefaults().hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(text);
    return text;
  }

  private void set(ParameterDescriptor parameter, String text) {
    boolean isList =
        parameter.type() == ParameterType.NUMBER_LIST || parameter.type() == ParameterType.TEXT_LIST;
    draft.set(parameter.name(), isList ? elements(text) : text.strip());
    changed.run();
  }

  private static Object elements(String text) {
    List<String> elements =
        Arrays.stream(text.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
    return elements.isEmpty() ? "" : elements;
  }

  private Combo componentCombo(ParameterDescriptor parameter) {
    List<ComponentDescriptor> choices = experiment.catalog().list(parameter.component().orElseThrow());
    Combo combo = new Combo(this, SWT.READ_ONLY);
    choices.forEach(choice -> combo.add(choice.title()));
    if (draft.value(parameter.name()) instanceof ComponentDraft inner) {
      combo.setText(inner.descriptor().title());
    }
    return combo;
  }

  /** The fields of a component inside, which change with the choice. */
  private void inner(ParameterDescriptor parameter, ComponentKind kind, Combo combo) {
    Composite place = new Composite(this, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(place);
    GridDataFactory.fillDefaults().span(2, 1).indent(INDENT, 0).grab(true, false).applyTo(place);
    Runnable fill = () -> {
      for (Control old : place.getChildren()) {
        old.dispose();
      }
      if (draft.value(parameter.name()) instanceof ComponentDraft inner) {
        ComponentFields fields = new ComponentFields(place, experiment, inner, changed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
      }
      place.requestLayout();
    };
    combo.addListener(SWT.Selection, event -> {
      ComponentDescriptor chosen = experiment.catalog().list(kind).get(combo.getSelectionIndex());
      draft.set(parameter.name(), experiment.withDefaults(chosen));
      fill.run();
      changed.run();
    });
    fill.run();
  }
}
