package org.archipelago.ui.workbench.editor.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.core.Problem;
import org.archipelago.ui.common.Coalescer;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Focus;
import org.archipelago.ui.common.Icons;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** A page of the editor: titled parts one below the other, and a banner while they can't be edited. */
public final class FormPage {

  private static final int WIDEST = 860;
  private static final int SCROLL_STEP = 40;

  private final ScrolledComposite scrolled;
  private final Composite content;
  private final Composite banner;
  private final Link reason;
  private final List<FormPart> parts = new ArrayList<>();
  private Problem blocking;
  private int fittedTo;

  /** @param reveal shows a problem's line in the source */
  public FormPage(Composite parent, Consumer<Problem> reveal) {
    scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    scrolled.setShowFocusedControl(true);
    scrolled.getVerticalBar().setIncrement(SCROLL_STEP);
    content = new Composite(scrolled, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(16, 12).spacing(0, 10).applyTo(content);
    scrolled.setContent(content);
    scrolled.addListener(SWT.Resize, e -> fitTo(scrolled.getClientArea().width));
    banner = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(0, 4).spacing(6, 0).applyTo(banner);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(banner);
    banner.setVisible(false);
    Label icon = new Label(banner, SWT.NONE);
    icon.setImage(Icons.MISTAKE.image());
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
    reason = new Link(banner, SWT.WRAP);
    reason.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> reveal.accept(blocking)));
    Layouts.wrap(reason);
  }

  public Control control() {
    return scrolled;
  }

  public Composite content() {
    return content;
  }

  /** Asks for a new layout, since the height of something has changed. */
  public Runnable reflow() {
    return new Coalescer(content, this::fit)::request;
  }

  /** A heading for the parts that follow. */
  public void heading(String title) {
    Label heading = new Label(content, SWT.NONE);
    heading.setText(Layouts.escaped(title));
    Fonts.bold(heading, 2);
    boolean first = content.getChildren().length == 2;
    GridDataFactory.fillDefaults().indent(0, first ? 0 : 14).applyTo(heading);
  }

  public void add(FormPart part) {
    parts.add(part);
  }

  /** Shows what the source of its parts says. */
  public void show() {
    content.setRedraw(false);
    parts.forEach(FormPart::show);
    content.setRedraw(true);
  }

  public void showProblems(List<Problem> problems) {
    parts.forEach(part -> part.showProblems(problems));
  }

  /** @param why the problem for which nothing can be edited; nothing when it can */
  void block(Optional<Problem> why) {
    parts.forEach(part -> part.setEditable(why.isEmpty()));
    blocking = why.orElse(null);
    Layouts.ground(banner);
    reason.setText(why.map(FormPage::words).orElse(""));
    if (Layouts.show(banner, why.isPresent())) {
      fit();
    }
  }

  private static String words(Problem problem) {
    String message = problem.localizedMessage().replace("&", "&&").replace("<", "‹").replace(">", "›");
    return NLS.bind(Messages.Form_readOnly, problem.line(), message);
  }

  private void fitTo(int width) {
    if (width != fittedTo) {
      fit();
    }
  }

  private void fit() {
    int available = scrolled.getClientArea().width;
    if (available <= 0) {
      return;
    }
    fittedTo = available;
    int margin = Math.max(16, Math.min(available - WIDEST, 48) / 2);
    int right = Math.max(16, available - WIDEST - margin);
    GridLayoutFactory.fillDefaults().extendedMargins(margin, right, 12, 16).spacing(0, 10).applyTo(content);
    Point size = content.computeSize(available, SWT.DEFAULT, true);
    scrolled.setMinSize(0, size.y);
    content.layout(false, true);
  }

  /** Puts the cursor into a field; says whether the page has it and it can be edited. */
  boolean reveal(String path) {
    return field(content, path).filter(Control::setFocus).isPresent();
  }

  private static Optional<Control> field(Composite parent, String path) {
    for (Control child : parent.getChildren()) {
      if (path.equals(child.getData(FieldRow.PATH))) {
        return Optional.of(child);
      }
      if (child instanceof Composite composite) {
        Optional<Control> found = field(composite, path);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  void setFocus() {
    if (!Focus.first(content)) {
      scrolled.setFocus();
    }
  }
}
