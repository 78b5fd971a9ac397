package org.archipelago.ui.workbench.wizard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.data.synthetic.SyntheticDataset;
import org.archipelago.data.synthetic.SyntheticKind;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Chooses what is generated, and with which parameters. */
final class GeneratedDialog {

  private final Shell shell;
  private final Map<String, String> given = new LinkedHashMap<>();
  private SyntheticKind kind = SyntheticKind.BLOBS;

  /** @param source to begin with, if it is one that is generated */
  GeneratedDialog(Shell shell, String source) {
    this.shell = shell;
    if (SyntheticDataset.isNamedSo(source)) {
      begin(source);
    }
  }

  private void begin(String source) {
    try {
      SyntheticDataset dataset = SyntheticDataset.parse("data.source", source);
      kind = dataset.kind();
      kind.parameters().forEach(parameter -> given.put(parameter.name(), value(dataset, parameter)));
    } catch (InvalidInputException mistyped) {
      given.clear();
    }
  }

  private static String value(SyntheticDataset dataset, ParameterDescriptor parameter) {
    return switch (parameter.type()) {
      case INTEGER -> Integer.toString(dataset.values().integer(parameter.name()));
      case FLAG -> Boolean.toString(dataset.values().flag(parameter.name()));
      default -> Double.toString(dataset.values().number(parameter.name()));
    };
  }

  /** The source that was chosen; nothing if the dialog was cancelled. */
  Optional<String> open() {
    return new Dialog().open() == Window.OK ? Optional.of(source()) : Optional.empty();
  }

  private String source() {
    return SyntheticDataset.name(kind, given);
  }

  /** The dialog itself. */
  private final class Dialog extends TitleAreaDialog {

    private Composite fields;

    Dialog() {
      super(shell);
    }

    @Override
    protected void configureShell(Shell newShell) {
      super.configureShell(newShell);
      newShell.setText(WizardMessages.generateTitle);
    }

    @Override
    protected boolean isResizable() {
      return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
      Composite area = (Composite) super.createDialogArea(parent);
      setTitle(WizardMessages.generateTitle);
      Composite content = new Composite(area, SWT.NONE);
      GridLayoutFactory.swtDefaults().numColumns(2).applyTo(content);
      GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
      new Label(content, SWT.NONE).setText(WizardMessages.generateKind);
      Combo kinds = new Combo(content, SWT.READ_ONLY);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(kinds);
      kinds.setItems(
          WizardMessages.generateLinear, WizardMessages.generateBlobs, WizardMessages.generateFedprox);
      kinds.select(kind.ordinal());
      fields = new Composite(content, SWT.NONE);
      GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(fields);
      GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
      kinds.addListener(SWT.Selection, event -> {
        kind = SyntheticKind.values()[kinds.getSelectionIndex()];
        given.clear();
        showFields();
      });
      showFields();
      return area;
    }

    private void showFields() {
      for (Control old : fields.getChildren()) {
        old.dispose();
      }
      kind.parameters().forEach(this::field);
      fields.getParent().layout(true, true);
      if (getContents() != null) {
        check();
        fit();
      }
    }

    /** Makes room for all fields. */
    private void fit() {
      Composite area = (Composite) getDialogArea();
      int lacking = area.computeSize(area.getSize().x, SWT.DEFAULT).y - area.getSize().y;
      Point size = getShell().getSize();
      getShell().setSize(size.x, size.y + lacking);
    }

    private void field(ParameterDescriptor parameter) {
      new Label(fields, SWT.NONE).setText(name(parameter) + ":");
      String usual = given.getOrDefault(parameter.name(), parameter.defaultValue().orElseThrow().toString());
      if (parameter.type() == ParameterType.FLAG) {
        Combo choice = new Combo(fields, SWT.READ_ONLY);
        choice.setItems("false", "true");
        choice.setText(usual);
        choice.addListener(SWT.Selection, event -> set(parameter, choice.getText()));
        return;
      }
      Text text = new Text(fields, SWT.BORDER);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
      text.setText(usual);
      text.addListener(SWT.Modify, event -> set(parameter, text.getText()));
    }

    private void set(ParameterDescriptor parameter, String value) {
      given.put(parameter.name(), value);
      check();
    }

    @Override
    public void create() {
      super.create();
      check();
      getShell().layout(true, true);
      fit();
    }

    private void check() {
      String wrong = null;
      try {
        SyntheticDataset.parse("", source());
      } catch (InvalidInputException e) {
        wrong = e.problems().getFirst().localizedMessage();
      }
      setMessage(NLS.bind(WizardMessages.generateSource, source()));
      setErrorMessage(wrong);
      getButton(IDialogConstants.OK_ID).setEnabled(wrong == null);
    }
  }

  private static String name(ParameterDescriptor parameter) {
    return switch (parameter.name()) {
      case "alpha" -> WizardMessages.generateAlpha;
      case "beta" -> WizardMessages.generateBeta;
      case "classes" -> WizardMessages.generateClasses;
      case "clients" -> WizardMessages.generateClients;
      case "dimension" -> WizardMessages.generateDimension;
      case "iid" -> WizardMessages.generateIid;
      case "noise" -> WizardMessages.generateNoise;
      case "rows" -> WizardMessages.generateRows;
      case "spread" -> WizardMessages.generateSpread;
      default -> WizardMessages.generateSeed;
    };
  }
}
