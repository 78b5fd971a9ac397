package org.archipelago.ui.workbench.run;

import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.results.Format;
import org.archipelago.ui.common.EmptyState;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;

/** The table of clients with its filter, or why there is none. */
final class ClientsPanel extends Composite {

  private static final String COLUMNS = "clients";

  private final Composite known;
  private final EmptyState withheld;
  private final Text filter;
  private final Label count;
  private final Label onlyHere;
  private final ClientsTable table;

  /** @param onChosen told when another client is chosen, or none */
  ClientsPanel(Composite parent, Consumer<Optional<ClientRow>> onChosen) {
    super(parent, SWT.NONE);
    setLayout(new StackLayout());
    known = new Composite(this, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(0, 4).spacing(6, 4).applyTo(known);
    filter = new Text(known, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH);
    filter.setMessage(Messages.Clients_filter);
    GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(filter);
    count = new Label(known, SWT.RIGHT);
    Palette.QUIET.applyTo(count);
    GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(count);
    new Label(known, SWT.NONE);
    table = new ClientsTable(known, onChosen, this::showCount);
    GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(200, 60).applyTo(table);
    onlyHere = new Label(known, SWT.WRAP);
    onlyHere.setText(Messages.Clients_onlyHere);
    Palette.QUIET.applyTo(onlyHere);
    GridDataFactory.fillDefaults().span(3, 1).indent(6, 0).hint(100, SWT.DEFAULT).grab(true, false)
        .applyTo(onlyHere);
    withheld = new EmptyState(this, Messages.Clients_withheldTitle, Messages.Clients_withheld);
    filter.addModifyListener(event -> table.filter(filter.getText()));
    ((StackLayout) getLayout()).topControl = known;
  }

  void show(RunSnapshot run, String primaryMetric) {
    table.show(run.clients(), primaryMetric);
    if (onlyHere.getVisible() != run.clientsOnlyHere()) {
      onlyHere.setVisible(run.clientsOnlyHere());
    }
    GridData place = (GridData) onlyHere.getLayoutData();
    if (place.exclude == run.clientsOnlyHere()) {
      place.exclude = !run.clientsOnlyHere();
      known.layout(true);
    }
    Composite top = run.clientsWithheld() ? withheld : known;
    StackLayout stack = (StackLayout) getLayout();
    if (stack.topControl != top) {
      stack.topControl = top;
      layout();
    }
  }

  private void showCount() {
    int all = table.all();
    boolean cut = table.shown() < table.matching();
    String text =
        table.shown() == all
            ? Format.many(all, Messages.Log_client, Messages.Log_clients)
            : NLS.bind(
                cut ? Messages.Clients_firstOf : Messages.Clients_someOf,
                Format.count(table.shown()),
                Format.count(cut ? table.matching() : all));
    if (!count.getText().equals(text)) {
      count.setText(text);
      count.setToolTipText(cut ? Messages.Clients_firstOfToolTip : null);
    }
  }

  void save(IMemento state) {
    table.save(state, COLUMNS);
  }

  void restore(IMemento state) {
    table.restore(state, COLUMNS);
  }

  @Override
  public boolean setFocus() {
    return table.table().setFocus();
  }
}
