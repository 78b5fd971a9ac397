package org.archipelago.ui.workbench.wizard;

import java.util.List;
import java.util.Map;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Chooses the components of some sections and fills in their parameters. */
final class ComponentPage extends DraftPage {

  private static final int MARGIN = 8;
  private static final int TEXT_WIDTH = 420;

  private final Map<ComponentKind, String> headings;
  private ScrolledComposite scroller;
  private Composite content;

  /** @param headings what the sections are called, in the order to show them; empty for no heading */
  ComponentPage(
      String title,
      String advice,
      ExperimentDraft draft,
      Workspace workspace,
      Map<ComponentKind, String> headings) {
    super(title, advice, draft, workspace, List.copyOf(headings.keySet()));
    this.headings = headings;
  }

  @Override
  public void createControl(Composite parent) {
    scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    content = new Composite(scroller, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(content);
    scroller.setContent(content);
    scroller.addListener(SWT.Resize, event -> fit());
    setControl(scroller);
  }

  @Override
  void refresh() {
    for (Control old : content.getChildren()) {
      old.dispose();
    }
    headings.forEach(this::section);
    fit();
    check();
  }

  private void section(ComponentKind kind, String heading) {
    if (!heading.isEmpty()) {
      Label label = new Label(content, SWT.NONE);
      label.setText(heading);
      Fonts.bold(label, 0);
    }
    if (!kind.isSingle()) {
      choice(kind);
    }
    ComponentFields fields = new ComponentFields(content, draft(), draft().section(kind), this::changed);
    GridDataFactory.fillDefaults().grab(true, false).indent(0, 4).applyTo(fields);
    new Label(content, SWT.NONE);
  }

  private void choice(ComponentKind kind) {
    List<ComponentDescriptor> possible = draft().possible(kind);
    Combo combo = new Combo(content, SWT.READ_ONLY);
    combo.setData("kind", kind);
    possible.forEach(descriptor -> combo.add(descriptor.title()));
    ComponentDescriptor chosen = draft().section(kind).descriptor();
    combo.select(possible.indexOf(chosen));
    combo.addListener(SWT.Selection, event -> choose(kind, possible.get(combo.getSelectionIndex())));
    Label text = new Label(content, SWT.WRAP);
    text.setText(chosen.text());
    GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(text);
  }

  private void choose(ComponentKind kind, ComponentDescriptor chosen) {
    draft().choose(kind, chosen.id());
    List<String> mended = new Mending(draft(), workspace()).mend();
    setMessage(
        mended.isEmpty() ? null : String.join("\n", mended),
        mended.isEmpty() ? IMessageProvider.NONE : IMessageProvider.INFORMATION);
    getControl().getDisplay().asyncExec(() -> {
      if (!content.isDisposed()) {
        refresh();
      }
    });
  }

  private void changed() {
    fit();
    check();
  }

  private void fit() {
    content.layout(true, true);
    scroller.setMinHeight(content.computeSize(scroller.getClientArea().width, SWT.DEFAULT).y);
  }
}
