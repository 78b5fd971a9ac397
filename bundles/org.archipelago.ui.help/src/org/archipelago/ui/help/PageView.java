package org.archipelago.ui.help;

import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.common.ThemeChanges;
import org.archipelago.ui.help.PageText.Line;
import org.archipelago.ui.help.PageText.Mark;
import org.archipelago.ui.help.PageText.Span;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Shows a page: to read, to select and copy from, its links to follow by mouse, or by Tab and Enter. */
final class PageView {

  private static final int MARGIN = 14;
  private static final int LEAST_WIDTH = 160;
  private static final int MOST_WIDTH = 860;

  private final StyledText text;
  private final PageFonts fonts;
  private final Cursor hand;
  private final BiFunction<String, String, Optional<URL>> pictures;
  private final Consumer<String> follow;
  private final Map<Integer, Image> images = new LinkedHashMap<>();
  private HelpPage page;
  private PageText shown;
  private String heading = "";
  private int writtenFor;

  /**
   * @param pictures finds a picture by the page it is on and its link
   * @param follow called with a link
   */
  PageView(
      Composite parent, BiFunction<String, String, Optional<URL>> pictures, Consumer<String> follow) {
    this.pictures = pictures;
    this.follow = follow;
    text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
    text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
    text.setLineSpacing(3);
    text.setCaret(null);
    fonts = new PageFonts(text);
    hand = text.getDisplay().getSystemCursor(SWT.CURSOR_HAND);
    text.addListener(SWT.Resize, event -> resized());
    text.getVerticalBar().addListener(SWT.Selection, event -> heading = "");
    text.addListener(SWT.MouseVerticalWheel, event -> heading = "");
    text.addListener(SWT.KeyDown, event -> heading = "");
    text.addListener(SWT.MouseMove, event -> text.setCursor(linkAt(event).isPresent() ? hand : null));
    text.addListener(SWT.MouseUp, this::clicked);
    text.addListener(SWT.Traverse, this::traverse);
    text.addVerifyKeyListener(event -> {
      if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
        event.doit = false;
        followSelected();
      }
    });
    text.addListener(SWT.Dispose, event -> disposeImages());
    text.addPaintObjectListener(event -> {
      Image image = images.get(event.style.start);
      if (image != null && !image.isDisposed()) {
        Rectangle size = size(image);
        Rectangle whole = image.getBounds();
        event.gc.setAntialias(SWT.ON);
        event.gc.setInterpolation(SWT.HIGH);
        event.gc.drawImage(
            image, 0, 0, whole.width, whole.height, event.x, event.y + event.ascent - size.height,
            size.width, size.height);
      }
    });
    ThemeChanges.onChange(text, this::writeAgain);
  }

  StyledText control() {
    return text;
  }

  /** Shows a page from a heading on. */
  void show(HelpPage newPage, String anchor) {
    page = newPage;
    heading = anchor;
    write();
    showOffset(0);
    showHeading();
    text.getDisplay().asyncExec(this::showHeading);
  }

  /** Where one has scrolled oneself one stays, whatever becomes of the page's size. */
  private void showHeading() {
    if (!text.isDisposed() && !heading.isEmpty()) {
      showOffset(shown.offsetOf(heading));
    }
  }

  /** What stands first in sight. */
  int top() {
    return text.getOffsetAtLine(text.getTopIndex());
  }

  void showOffset(int offset) {
    int place = Math.min(offset, text.getCharCount());
    text.setSelection(place);
    int line = text.getLineAtOffset(place);
    int pixel = text.getLinePixel(line) + text.getTopPixel();
    text.setTopPixel(place == 0 ? 0 : Math.max(0, pixel - MARGIN / 2));
  }

  private void resized() {
    if (width() != writtenFor) {
      writeAgain();
    }
  }

  private void writeAgain() {
    if (page != null) {
      int top = top();
      write();
      showOffset(top);
      showHeading();
    }
  }

  private int width() {
    int room = text.getClientArea().width - 2 * MARGIN;
    return Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, room));
  }

  private void write() {
    writtenFor = width();
    int right = Math.max(MARGIN, text.getClientArea().width - MARGIN - writtenFor);
    text.setMargins(MARGIN, MARGIN, right, MARGIN);
    GC gc = new GC(text);
    try {
      shown = PageWriter.write(page, writtenFor, (words, marks) -> fonts.width(gc, words, marks));
    } finally {
      gc.dispose();
    }
    disposeImages();
    text.setRedraw(false);
    text.setText(shown.text());
    text.setStyleRanges(ranges());
    layLines();
    text.setRedraw(true);
  }

  private StyleRange[] ranges() {
    List<StyleRange> ranges = new ArrayList<>();
    shown.spans().forEach(span -> ranges.add(range(span)));
    shown.pictures().forEach((offset, link) ->
        pictures.apply(page.path(), link).ifPresent(url -> ranges.add(pictureRange(offset, url))));
    ranges.sort((one, other) -> Integer.compare(one.start, other.start));
    return ranges.toArray(StyleRange[]::new);
  }

  private StyleRange range(Span span) {
    StyleRange range = new StyleRange();
    range.start = span.start();
    range.length = span.length();
    range.font = fonts.of(span.marks());
    if (span.marks().contains(Mark.LINK)) {
      range.foreground = Palette.ACCENT.on(text);
      range.underline = true;
    } else if (span.marks().contains(Mark.QUIET)) {
      range.foreground = Palette.QUIET.on(text);
    }
    return range;
  }

  private StyleRange pictureRange(int offset, URL url) {
    Image image = ImageDescriptor.createFromURL(url).createImage(text.getDisplay());
    images.put(offset, image);
    Rectangle size = size(image);
    StyleRange range = new StyleRange();
    range.start = offset;
    range.length = 1;
    range.metrics = new GlyphMetrics(size.height, 0, size.width);
    return range;
  }

  /** As large as it is, unless the page is narrower. */
  private Rectangle size(Image image) {
    Rectangle whole = image.getBounds();
    int width = Math.min(whole.width, writtenFor);
    return new Rectangle(0, 0, width, Math.max(1, whole.height * width / whole.width));
  }

  private void layLines() {
    List<Line> lines = shown.lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      text.setLineVerticalIndent(i, line.above());
      text.setLineIndent(i, 1, line.indent());
      text.setLineWrapIndent(i, 1, line.wrapIndent());
      if (line.tabs().length > 0) {
        text.setLineTabStops(i, 1, line.tabs());
      }
      if (line.code()) {
        text.setLineBackground(i, 1, Palette.CODE_GROUND.on(text));
      }
    }
  }

  private Optional<Span> linkAt(Event event) {
    int offset = text.getOffsetAtPoint(new org.eclipse.swt.graphics.Point(event.x, event.y));
    return offset < 0 || shown == null ? Optional.empty() : shown.linkAt(offset);
  }

  private void clicked(Event event) {
    if (event.button == 1 && text.getSelectionCount() == 0) {
      linkAt(event).ifPresent(span -> follow.accept(span.link()));
    }
  }

  private void followSelected() {
    shown.linkAt(text.getSelection().x).ifPresent(span -> follow.accept(span.link()));
  }

  /** Tab goes from link to link; past the last, and with none, on to the next control. */
  private void traverse(Event event) {
    boolean next = event.detail == SWT.TRAVERSE_TAB_NEXT;
    if (shown == null || !next && event.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
      return;
    }
    int from = next ? text.getSelection().y : text.getSelection().x;
    List<Span> links = shown.links();
    Optional<Span> target =
        next
            ? links.stream().filter(span -> span.start() >= from).findFirst()
            : links.reversed().stream().filter(span -> span.end() <= from).findFirst();
    event.doit = target.isEmpty();
    target.ifPresent(span -> {
      text.setSelection(span.start(), span.end());
      text.showSelection();
    });
  }

  private void disposeImages() {
    images.values().forEach(Image::dispose);
    images.clear();
  }
}
