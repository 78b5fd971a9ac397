package org.archipelago.ui.help;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import org.archipelago.ui.help.PageText.Line;
import org.archipelago.ui.help.PageText.Mark;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Writes a page as one text, for a certain width. */
final class PageWriter extends AbstractVisitor {

  private static final int ABOVE_BLOCK = 9;
  private static final int ABOVE_HEADING = 18;
  private static final int ABOVE_ITEM = 4;
  private static final int STEP = 20;
  private static final int[] NO_TABS = {};

  private final PageText page = new PageText();
  private final int width;
  private final ToIntBiFunction<String, Set<Mark>> measure;
  private final EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
  private String link = "";
  private int indent;
  private boolean firstOfItem;
  private TableText table;
  private List<List<TableText.Word>> row;
  private TableText.Cell cell;

  private PageWriter(int width, ToIntBiFunction<String, Set<Mark>> measure) {
    this.width = width;
    this.measure = measure;
  }

  /**
   * A page as a text.
   *
   * @param width room for its lines, in pixels
   * @param measure width of a text that looks like that
   */
  static PageText write(HelpPage page, int width, ToIntBiFunction<String, Set<Mark>> measure) {
    PageWriter writer = new PageWriter(width, measure);
    page.content().accept(writer);
    return writer.page;
  }

  private void add(String text) {
    if (cell != null) {
      cell.add(text, marks, link);
    } else {
      page.add(text, marks, link);
    }
  }

  private void block(int above) {
    if (firstOfItem) {
      firstOfItem = false;
    } else {
      page.line(new Line(page.lines().isEmpty() ? 0 : above, indent, indent, NO_TABS, false));
    }
  }

  private void marked(Mark mark, Node node) {
    boolean added = marks.add(mark);
    visitChildren(node);
    if (added) {
      marks.remove(mark);
    }
  }

  @Override
  public void visit(Heading heading) {
    block(ABOVE_HEADING);
    page.anchor(Words.anchor(Words.of(heading)));
    marked(
        heading.getLevel() == 1 ? Mark.TITLE : heading.getLevel() == 2 ? Mark.HEADING : Mark.SUBHEADING,
        heading);
  }

  @Override
  public void visit(Paragraph paragraph) {
    block(paragraph.getParent() instanceof ListItem ? ABOVE_ITEM : ABOVE_BLOCK);
    visitChildren(paragraph);
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0);
  }

  @Override
  public void visit(OrderedList list) {
    items(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
  }

  /** @param number of the first item; 0 for bullets */
  private void items(Node list, int number) {
    int next = number;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      boolean first = item == list.getFirstChild();
      page.line(new Line(first ? ABOVE_BLOCK : ABOVE_ITEM, indent, indent + STEP, new int[] {STEP}, false));
      page.add(number == 0 ? "•\t" : next++ + ".\t", EnumSet.of(Mark.QUIET), "");
      indent += STEP;
      firstOfItem = true;
      visitChildren(item);
      firstOfItem = false;
      indent -= STEP;
    }
  }

  @Override
  public void visit(BlockQuote quote) {
    indent += STEP;
    marked(Mark.QUIET, quote);
    indent -= STEP;
  }

  @Override
  public void visit(FencedCodeBlock block) {
    code(block.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    code(block.getLiteral());
  }

  private void code(String literal) {
    int above = ABOVE_BLOCK;
    for (String line : literal.stripTrailing().split("\n", -1)) {
      page.line(new Line(above, indent + STEP / 2, indent + STEP, NO_TABS, true));
      page.add(line, EnumSet.of(Mark.CODE), "");
      above = 0;
    }
  }

  @Override
  public void visit(ThematicBreak line) {
    block(ABOVE_BLOCK);
    page.add("―".repeat(12), EnumSet.of(Mark.QUIET), "");
  }

  @Override
  public void visit(HtmlBlock block) {
    // Comments and the like: nothing to read.
  }

  @Override
  public void visit(HtmlInline inline) {
    add(inline.getLiteral().matches("<br ?/?>") ? " " : "");
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      table = new TableText();
      visitChildren(block);
      page.line(new Line(0, indent, indent, NO_TABS, false));
      table.write(page, indent, width, measure);
      table = null;
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableRow) {
      row = new ArrayList<>();
      visitChildren(node);
      if (row.stream().anyMatch(words -> !words.isEmpty())) {
        table.add(row);
      }
    } else if (node instanceof TableCell head) {
      cell = new TableText.Cell();
      if (head.isHeader()) {
        marked(Mark.BOLD, node);
      } else {
        visitChildren(node);
      }
      row.add(cell.words());
      cell = null;
    } else {
      visitChildren(node);
    }
  }

  @Override
  public void visit(Text text) {
    add(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    EnumSet<Mark> before = EnumSet.copyOf(marks);
    marks.add(Mark.CODE);
    add(code.getLiteral());
    marks.retainAll(before);
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    add(" ");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    if (cell == null) {
      block(0);
    } else {
      add(" ");
    }
  }

  @Override
  public void visit(Emphasis emphasis) {
    marked(Mark.ITALIC, emphasis);
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    marked(Mark.BOLD, emphasis);
  }

  @Override
  public void visit(Link node) {
    link = node.getDestination();
    marked(Mark.LINK, node);
    link = "";
  }

  @Override
  public void visit(Image image) {
    page.picture(image.getDestination());
  }
}
