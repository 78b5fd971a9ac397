package org.archipelago.ui.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.help.HelpPages.Hit;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** A page of the help, the way back and forward, and a search over all pages. */
public final class HelpPane extends Composite {

  private static final int SEARCH_WIDTH = 120;

  /**
   * Where one has been.
   *
   * @param page what was shown
   * @param top what stood first in sight
   */
  private record Place(HelpPage page, int top) {}

  private final HelpPages pages = HelpPages.get();
  private final Deque<Place> behind = new ArrayDeque<>();
  private final Deque<Place> ahead = new ArrayDeque<>();
  private final ToolItem back;
  private final ToolItem forward;
  private final org.eclipse.swt.widgets.Text search;
  private final PageView view;
  private HelpPage shown;

  public HelpPane(Composite parent) {
    super(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(this);
    ToolBar bar = new ToolBar(this, SWT.FLAT);
    back = item(bar, Icons.BACK, HelpMessages.back, this::goBack);
    forward = item(bar, Icons.FORWARD, HelpMessages.forward, this::goForward);
    item(bar, Icons.CONTENTS, HelpMessages.contents, () -> open(HelpPages.START));
    search = new org.eclipse.swt.widgets.Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    search.setMessage(HelpMessages.search);
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .indent(0, 3)
        .hint(SEARCH_WIDTH, SWT.DEFAULT)
        .applyTo(search);
    search.addListener(SWT.DefaultSelection, event -> find(search.getText()));
    view = new PageView(
        this,
        (page, link) -> pages.picture(HelpLink.of(page, link).path()),
        link -> open(HelpLink.of(shown.path(), link)));
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(view.control());
    view.control().addListener(SWT.KeyDown, this::key);
    search.addListener(SWT.KeyDown, this::key);
    open(HelpPages.START);
  }

  private static ToolItem item(ToolBar bar, Icons icon, String text, Runnable action) {
    ToolItem item = new ToolItem(bar, SWT.PUSH);
    item.setImage(icon.image());
    item.setToolTipText(text);
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }

  private void key(Event event) {
    if (event.stateMask == SWT.MOD3 && event.keyCode == SWT.ARROW_LEFT) {
      goBack();
    } else if (event.stateMask == SWT.MOD3 && event.keyCode == SWT.ARROW_RIGHT) {
      goForward();
    } else if (event.stateMask == SWT.MOD3 && event.keyCode == SWT.HOME) {
      open(HelpPages.START);
    } else if (event.stateMask == SWT.MOD1 && event.keyCode == 'f') {
      search.setFocus();
      search.selectAll();
    } else {
      return;
    }
    event.doit = false;
  }

  /** Shows a page, from a heading on where the link names one. */
  public void open(String link) {
    open(HelpLink.of("", link));
  }

  private void open(HelpLink link) {
    if (link.isOutside()) {
      Program.launch(link.path());
      return;
    }
    pages.page(link.path()).ifPresentOrElse(
        page -> go(page, pages.anchor(page, link.anchor())),
        () -> go(message(NLS.bind(HelpMessages.missing, link.path()), List.of()), ""));
  }

  /** Shows where words are found. */
  public void find(String words) {
    if (words.isBlank()) {
      open(HelpPages.START);
      return;
    }
    List<Hit> hits = pages.search(words);
    String text =
        hits.isEmpty()
            ? NLS.bind(HelpMessages.foundNothing, words)
            : hits.size() == 1
                ? NLS.bind(HelpMessages.foundOne, words)
                : NLS.bind(HelpMessages.foundCount, words, hits.size());
    go(message(text, hits), "");
  }

  private static HelpPage message(String text, List<Hit> hits) {
    Node content = new org.commonmark.node.Document();
    Paragraph head = new Paragraph();
    StrongEmphasis strong = new StrongEmphasis();
    strong.appendChild(new Text(text));
    head.appendChild(strong);
    content.appendChild(head);
    for (Hit hit : hits) {
      Paragraph paragraph = new Paragraph();
      org.commonmark.node.Link link = new org.commonmark.node.Link(hit.link(), null);
      link.appendChild(new Text(hit.heading()));
      paragraph.appendChild(link);
      paragraph.appendChild(new org.commonmark.node.HardLineBreak());
      paragraph.appendChild(new Text(hit.around()));
      content.appendChild(paragraph);
    }
    return new HelpPage("", text, content, List.of());
  }

  private void go(HelpPage page, String anchor) {
    if (shown != null) {
      behind.push(new Place(shown, view.top()));
      ahead.clear();
    }
    shown = page;
    view.show(page, anchor);
    enable();
  }

  /** Goes to the page shown before. */
  public void goBack() {
    move(behind, ahead);
  }

  /** Goes to the page from which one went back. */
  public void goForward() {
    move(ahead, behind);
  }

  private void move(Deque<Place> from, Deque<Place> to) {
    if (!from.isEmpty()) {
      to.push(new Place(shown, view.top()));
      Place place = from.pop();
      shown = place.page();
      view.show(shown, "");
      view.showOffset(place.top());
      enable();
    }
  }

  private void enable() {
    back.setEnabled(!behind.isEmpty());
    forward.setEnabled(!ahead.isEmpty());
  }

  @Override
  public boolean setFocus() {
    return view.control().setFocus();
  }
}
