package org.archipelago.ui.workbench.partition;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.partition.Dealing;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.editor.form.Layouts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The rule by which rows are dealt: which one, its parameters as sliders, its seed. Every move is seen at once. */
final class RulePanel {

  private static final List<String> NO_RULES = List.of("manifest", "vertical");
  private static final int MARGIN = 10;
  private static final long SEEDS = 1_000_000;

  private final StudioModel model;
  private final RuleTrial trial;
  private final ScrolledComposite scrolled;
  private final Composite content;
  private final Combo chooser;
  private final Label text;
  private final Composite fields;
  private final Text seed;
  private final Label problem;
  private final List<ComponentDescriptor> rules;
  private final Map<String, ParameterRow> rows = new LinkedHashMap<>();
  private Optional<RuleDraft> draft = Optional.empty();
  private Optional<ComponentDescriptor> built = Optional.empty();

  RulePanel(Composite parent, StudioModel model, RuleTrial trial) {
    this.model = model;
    this.trial = trial;
    rules =
        model.catalog().list(ComponentKind.PARTITIONER).stream()
            .filter(rule -> !NO_RULES.contains(rule.id()))
            .sorted(Comparator.comparing(ComponentDescriptor::title))
            .toList();
    scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    scrolled.setShowFocusedControl(true);
    content = new Composite(scrolled, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(0, 4).applyTo(content);
    scrolled.setContent(content);
    scrolled.addListener(SWT.Resize, e -> fit());
    Label heading = new Label(content, SWT.NONE);
    heading.setText(StudioMessages.rule_title);
    Fonts.bold(heading, 1);
    chooser = new Combo(content, SWT.READ_ONLY | SWT.DROP_DOWN);
    chooser.setItems(rules.stream().map(ComponentDescriptor::title).toArray(String[]::new));
    chooser.setVisibleItemCount(20);
    GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(chooser);
    chooser.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
    text = Layouts.quiet(content, "");
    fields = Layouts.column(content, 2);
    GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(fields);
    seed = seedRow();
    problem = new Label(content, SWT.WRAP);
    Palette.ERROR.applyTo(problem);
    Layouts.wrap(problem);
    Layouts.quiet(content, StudioMessages.rule_locks);
  }

  private Text seedRow() {
    Composite row = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 0).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(row);
    Label label = new Label(row, SWT.NONE);
    label.setText(StudioMessages.rule_seed);
    Text field = new Text(row, SWT.BORDER | SWT.RIGHT);
    GridDataFactory.fillDefaults().grab(true, false).hint(40, SWT.DEFAULT).applyTo(field);
    field.addFocusListener(FocusListener.focusLostAdapter(e -> seedTyped()));
    field.addListener(SWT.DefaultSelection, e -> seedTyped());
    Button anew = new Button(row, SWT.PUSH);
    anew.setText(StudioMessages.rule_anew);
    anew.setToolTipText(StudioMessages.rule_anewToolTip);
    anew.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> reseed()));
    return field;
  }

  /** The colour on which it stands. */
  Color background() {
    return content.getBackground();
  }

  Control control() {
    return scrolled;
  }

  /** Shows the rule of the partition as it is, unless another is just being tried. */
  void show() {
    if (trial.isUnderWay()) {
      return;
    }
    Optional<Dealing> dealing = model.dealing();
    Optional<RuleDraft> shown =
        dealing.flatMap(done -> rules.stream()
            .filter(rule -> rule.id().equals(done.rule().id()))
            .findFirst()
            .map(rule -> RuleDraft.of(rule, done)));
    if (shown.isPresent() && !shown.equals(draft)) {
      show(shown.get());
    } else if (shown.isEmpty() && draft.isEmpty()) {
      text.setText(StudioMessages.rule_none);
    }
    say("");
  }

  private void show(RuleDraft now) {
    draft = Optional.of(now);
    if (!built.equals(Optional.of(now.rule()))) {
      build(now.rule());
    }
    rows.forEach((name, row) -> row.show(Optional.ofNullable(now.values().get(name))));
    String written = Long.toString(now.seed().value());
    if (!seed.getText().equals(written)) {
      seed.setText(written);
    }
  }

  private void build(ComponentDescriptor rule) {
    built = Optional.of(rule);
    chooser.select(rules.indexOf(rule));
    text.setText(Layouts.escaped(rule.text()));
    text.setToolTipText(rule.source().isEmpty() ? null : rule.source());
    for (Control old : fields.getChildren()) {
      old.dispose();
    }
    rows.clear();
    for (ParameterDescriptor parameter : rule.parameters()) {
      if (parameter.component().isEmpty()) {
        rows.put(
            parameter.name(),
            new ParameterRow(fields, parameter, model.data().rows(), model.columns(), (value, more) ->
                changed(parameter.name(), value, more)));
      }
    }
    fit();
  }

  private void choose() {
    ComponentDescriptor chosen = rules.get(chooser.getSelectionIndex());
    RuleDraft before = draft.orElseGet(() -> new RuleDraft(chosen, Map.of(), model.seed()));
    show(before.choosing(chosen, model.columns()));
    deal(false);
  }

  private void changed(String name, Optional<Object> value, boolean more) {
    draft = draft.map(now -> now.with(name, value));
    deal(more);
  }

  private void seedTyped() {
    try {
      Seed typed = new Seed(Long.parseLong(seed.getText().strip()));
      if (draft.filter(now -> !now.seed().equals(typed)).isPresent()) {
        draft = draft.map(now -> now.with(typed));
        deal(false);
      }
    } catch (NumberFormatException e) {
      draft.ifPresent(now -> seed.setText(Long.toString(now.seed().value())));
    }
  }

  /** Deals by the same rule with another seed. */
  void reseed() {
    draft.ifPresent(now -> {
      show(now.with(new Seed(Math.floorMod(now.seed().value() + 1, SEEDS))));
      deal(false);
    });
  }

  private void deal(boolean more) {
    RuleDraft now = draft.orElseThrow();
    Optional<ParameterDescriptor> missing = now.missing();
    if (missing.isPresent()) {
      say(NLS.bind(StudioMessages.rule_missing, missing.get().label(), missing.get().localizedAllowed()));
    } else {
      say("");
      trial.deal(now.dealing(), more);
    }
  }

  /** Says why the rule can't deal these rows; an empty text takes that back. */
  void say(String why) {
    if (!problem.getText().equals(Layouts.escaped(why))) {
      problem.setText(Layouts.escaped(why));
      fit();
    }
  }

  private void fit() {
    int width = scrolled.getClientArea().width;
    if (width > 0) {
      content.layout(true, true);
      scrolled.setMinSize(0, content.computeSize(width, SWT.DEFAULT, true).y);
    }
  }

  void setFocus() {
    chooser.setFocus();
  }

}
