package org.archipelago.ui.workbench.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.data.UndealtRows;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Draft;
import org.archipelago.partition.PartitionData;
import org.archipelago.partition.Recipe;
import org.archipelago.results.Format;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.HelpContext;
import org.archipelago.ui.workbench.editor.form.Layouts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The page that tells how the partition came about: its data, its rule, and what was done by hand since. */
final class HistoryPage implements StudioPage {

  private static final int MARGIN = 18;
  private static final int HASH = 16;

  private final StudioModel model;
  private final Composite content;
  private final Composite facts;
  private final Table steps;

  HistoryPage(Composite parent, StudioModel model) {
    this.model = model;
    content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN - 4).spacing(0, 8).applyTo(content);
    HelpContext.set(content, "studio_history");
    heading(StudioMessages.history_title);
    facts = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 6).applyTo(facts);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
    heading(StudioMessages.history_byHand);
    steps = new Table(content, SWT.BORDER | SWT.V_SCROLL | SWT.SINGLE);
    GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(steps);
    CsvButtons csv = new CsvButtons(content, model);
    GridDataFactory.fillDefaults().applyTo(csv.control());
    model.onChange(() -> {
      if (!content.isDisposed() && content.isVisible()) {
        show();
      }
    });
  }

  private void heading(String text) {
    Label label = new Label(content, SWT.NONE);
    label.setText(text);
    Fonts.bold(label, 2);
  }

  @Override
  public void show() {
    for (Control old : facts.getChildren()) {
      old.dispose();
    }
    Draft draft = model.current();
    PartitionData data = draft.data();
    fact(StudioMessages.history_data, data.source());
    fact(StudioMessages.history_target, data.target());
    fact(StudioMessages.history_rows, rows(data, draft));
    fact(StudioMessages.history_hash, data.hash().substring(0, Math.min(HASH, data.hash().length())) + "\u2026");
    Recipe recipe = model.recipe();
    fact(StudioMessages.history_rule, recipe.dealing().map(this::words).orElse(StudioMessages.history_noRule));
    List<String> byHand = new ArrayList<>(recipe.byHand().stream().map(StudioModel::words).toList());
    if (byHand.isEmpty()) {
      byHand.add(StudioMessages.history_nothing);
    }
    List<String> shown = Arrays.stream(steps.getItems()).map(TableItem::getText).toList();
    if (!shown.equals(byHand)) {
      steps.removeAll();
      byHand.forEach(step -> new TableItem(steps, SWT.NONE).setText(step));
    }
    content.layout(true, true);
  }

  private void fact(String name, String value) {
    Label label = new Label(facts, SWT.NONE);
    label.setText(name);
    Palette.QUIET.applyTo(label);
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
    Label text = new Label(facts, SWT.WRAP);
    text.setText(Layouts.escaped(value));
    Layouts.wrap(text);
  }

  private static String rows(PartitionData data, Draft draft) {
    int heldOut = data.origin().map(UndealtRows::reserved).map(reserved -> reserved.heldOut().length).orElse(0);
    int server = data.origin().map(UndealtRows::reserved).map(reserved -> reserved.server().length).orElse(0);
    int reserve = Arrays.stream(draft.reserve()).sum();
    return NLS.bind(
        StudioMessages.history_rowsOf,
        new Object[] {
          Format.count(data.rows() - reserve),
          Format.count(draft.clients().size()),
          Format.count(reserve),
          Format.count(heldOut),
          Format.count(server)
        });
  }

  private String words(Dealing dealing) {
    Map<String, Object> values = dealing.rule().parameters().asMap();
    ComponentDescriptor rule =
        model.catalog().describe(ComponentKind.PARTITIONER, dealing.rule().id()).orElse(null);
    String title = rule == null ? dealing.rule().id() : rule.title();
    String parameters =
        values.entrySet().stream()
            .map(value -> label(rule, value.getKey()) + " " + written(value.getValue()))
            .collect(Collectors.joining(", "));
    return NLS.bind(
        StudioMessages.history_ruleOf,
        new Object[] {title, parameters, Long.toString(dealing.seed().value())});
  }

  private static String label(ComponentDescriptor rule, String name) {
    return rule == null ? name : rule.parameter(name).map(ParameterDescriptor::label).orElse(name);
  }

  private static String written(Object value) {
    return value instanceof Double number ? Format.plain(number) : value.toString();
  }

  @Override
  public String title() {
    return StudioMessages.page_history;
  }

  @Override
  public Control control() {
    return content;
  }

  @Override
  public void setFocus() {
    steps.setFocus();
  }
}
