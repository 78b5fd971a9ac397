package org.archipelago.app.about;

import java.util.List;
import java.util.stream.Collectors;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.help.Component;
import org.archipelago.ui.help.HelpPages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** Version, machine, and the parts that others have written. */
final class AboutDialog extends TrayDialog {

  private static final int COPY = IDialogConstants.CLIENT_ID;
  private static final int LICENCE = IDialogConstants.CLIENT_ID + 1;
  private static final Point TABLE_SIZE = new Point(560, 190);
  private static final String HELP = "org.archipelago.ui.workbench.about";

  private Table table;

  AboutDialog(Shell shell) {
    super(shell);
    setBlockOnOpen(false);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(AboutMessages.title);
    PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, HELP);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite head = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 8).spacing(18, 4).applyTo(head);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
    Label logo = new Label(head, SWT.NONE);
    ImageDescriptor image =
        ResourceLocator.imageDescriptorFromBundle("org.archipelago.app", "icons/archipelago-128.png")
            .orElseThrow();
    logo.setImage(new LocalResourceManager(JFaceResources.getResources(), logo).create(image));
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(logo);
    createFacts(head);
    Label about = new Label(area, SWT.WRAP);
    about.setText(AboutMessages.components);
    GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_SIZE.x, SWT.DEFAULT).indent(8, 4).applyTo(about);
    createTable(area);
    return area;
  }

  private void createFacts(Composite head) {
    Composite facts = new Composite(head, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 4).applyTo(facts);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
    Label name = new Label(facts, SWT.NONE);
    name.setText("Archipelago");
    Fonts.bold(name, 6);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(name);
    Label licence = new Label(facts, SWT.WRAP);
    licence.setText(AboutMessages.licence);
    Palette.QUIET.applyTo(licence);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(licence);
    Facts.now().forEach((what, value) -> {
      Label label = new Label(facts, SWT.NONE);
      label.setText(what);
      Palette.QUIET.applyTo(label);
      GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
      Text text = new Text(facts, SWT.READ_ONLY | SWT.WRAP);
      text.setText(value);
      text.setBackground(facts.getBackground());
      GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(text);
    });
  }

  private void createTable(Composite area) {
    Composite body = new Composite(area, SWT.NONE);
    TableColumnLayout columns = new TableColumnLayout();
    body.setLayout(columns);
    GridDataFactory.fillDefaults().grab(true, true).hint(TABLE_SIZE).indent(8, 0).applyTo(body);
    table = new Table(body, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    table.setHeaderVisible(true);
    column(columns, AboutMessages.column_component, 60);
    column(columns, AboutMessages.column_version, 20);
    column(columns, AboutMessages.column_licence, 20);
    for (Component component : components()) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(new String[] {component.name(), component.version(), component.licence()});
      item.setData(component);
    }
    table.addListener(SWT.DefaultSelection, event -> showLicence());
    table.addListener(SWT.Selection, event -> getButton(LICENCE).setEnabled(true));
  }

  private void column(TableColumnLayout columns, String title, int weight) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    columns.setColumnData(column, new ColumnWeightData(weight, 40, true));
  }

  private static List<Component> components() {
    return HelpPages.get().components();
  }

  private void showLicence() {
    if (table.getSelectionCount() == 1) {
      Component component = (Component) table.getSelection()[0].getData();
      PlatformUI.getWorkbench().getHelpSystem().displayHelpResource(component.licenceText());
    }
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, LICENCE, AboutMessages.openLicence, false).setEnabled(false);
    createButton(parent, COPY, AboutMessages.copy, false);
    createButton(parent, IDialogConstants.CANCEL_ID, AboutMessages.close, true).setFocus();
  }

  @Override
  protected void buttonPressed(int id) {
    if (id == COPY) {
      copy();
    } else if (id == LICENCE) {
      showLicence();
    } else {
      super.buttonPressed(id);
    }
  }

  private void copy() {
    String parts =
        components().stream()
            .map(part -> part.name() + " " + part.version() + ", " + part.licence())
            .collect(Collectors.joining("\n"));
    Clipboard clipboard = new Clipboard(getShell().getDisplay());
    clipboard.setContents(
        new Object[] {Facts.text() + "\n" + parts + "\n"}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }
}
