package org.archipelago.ui.workbench.export.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.archipelago.charts.ChartSpec;
import org.archipelago.export.report.Block;
import org.archipelago.export.report.Block.TableStyle;
import org.archipelago.export.report.ReportDocument;
import org.archipelago.results.Format;
import org.archipelago.ui.workbench.export.paper.TablePiece.Cell;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;

/** Lays the blocks of a report out, one below the other, as many at a time as there is time for. */
final class PaperLayout {

  private final GC gc;
  private final PaperFonts fonts;
  private final Map<Object, ImageData> pictures;
  private final double scale;
  private final int width;
  private final List<Piece> pieces;

  /** @param pieces to which others are added */
  PaperLayout(
      GC gc,
      PaperFonts fonts,
      Map<Object, ImageData> pictures,
      double scale,
      int width,
      List<Piece> pieces) {
    this.pieces = pieces;
    this.gc = gc;
    this.fonts = fonts;
    this.pictures = pictures;
    this.scale = scale;
    this.width = width;
  }

  /** The steps that lay a document out; each adds its pieces to those given. */
  static List<Step> steps(ReportDocument document) {
    List<Step> steps = new ArrayList<>();
    document.head().forEach(block -> steps.add(layout -> layout.add(block)));
    document.sections().forEach(section -> {
      steps.add(layout -> layout.addTitle(section.title()));
      section.blocks().forEach(block -> addSteps(block, steps));
    });
    return steps;
  }

  /** What takes long is done in parts. */
  private static void addSteps(Block block, List<Step> steps) {
    switch (block) {
      case Block.Bullets bullets ->
          bullets.sentences().forEach(sentence -> steps.add(layout -> layout.addBullet(sentence)));
      case Block.Charts charts ->
          charts.charts().forEach(chart -> steps.add(layout -> layout.addChart(chart)));
      default -> steps.add(layout -> layout.add(block));
    }
  }

  /** A part of the work. */
  interface Step {
    void layOut(PaperLayout layout);
  }

  private void addTitle(String title) {
    pieces.add(Piece.gap(22));
    text(title, fonts.bold(3), Ink.TEXT);
    pieces.add(Piece.gap(6));
  }

  private void add(Block block) {
    switch (block) {
      case Block.Text text -> addText(text);
      case Block.Verdict verdict -> {
        pieces.add(Piece.gap(6));
        pieces.add(
            new TextPiece(
                    gc.getDevice(), String.join("\n\n", verdict.sentences()), fonts.larger(1), Ink.TEXT,
                    width)
                .on(Ink.VERDICT, Ink.ACCENT, 14)
                .beginning(verdict.sentences().getFirst().length(), fonts.bold(2)));
      }
      case Block.Bullets bullets -> bullets.sentences().forEach(this::addBullet);
      case Block.Table table -> addTable(table);
      case Block.Heat heat -> addHeat(heat);
      case Block.Charts charts -> charts.charts().forEach(this::addChart);
      case Block.HeatMap heatMap ->
          addPicture(heatMap.picture(), heatMap.picture().description());
      case Block.Partition partition ->
          addPicture(partition.picture(), partition.picture().description());
    }
    pieces.add(Piece.gap(8));
  }

  private void addText(Block.Text text) {
    switch (text.style()) {
      case PARAGRAPH -> text(text.text(), fonts.plain(), Ink.TEXT);
      case KICKER, QUIET -> text(text.text(), fonts.plain(), Ink.QUIET);
      case TITLE -> text(text.text(), fonts.bold(7), Ink.TEXT);
      case LEAD -> text(text.text(), fonts.larger(1), Ink.TEXT);
      case BYLINE -> text(text.text(), fonts.bold(0), Ink.TEXT);
      case HEADING -> {
        pieces.add(Piece.gap(6));
        text(text.text(), fonts.bold(1), Ink.TEXT);
      }
      case NOTE -> pieces.add(piece(text.text(), fonts.plain(), Ink.TEXT).on(Ink.NOTE, Ink.WARNING, 10));
      case STAMP -> text(text.text(), fonts.bold(1), Ink.STAMP);
      case CODE -> pieces.add(piece(text.text(), fonts.code(), Ink.TEXT).on(Ink.CODE, null, 12));
    }
  }

  private void text(String text, Font font, Color ink) {
    pieces.add(piece(text, font, ink));
  }

  private TextPiece piece(String text, Font font, Color ink) {
    return new TextPiece(gc.getDevice(), text, font, ink, width);
  }

  private void addBullet(String sentence) {
    TextPiece text =
        new TextPiece(gc.getDevice(), sentence, fonts.plain(), Ink.TEXT, width - 18);
    pieces.add(
        new Piece() {
          @Override
          public int height() {
            return text.height() + 4;
          }

          @Override
          public void paint(GC on, int x, int y) {
            on.setForeground(Ink.TEXT);
            on.setFont(fonts.plain());
            on.drawText("•", x + 4, y, true);
            text.paint(on, x + 18, y);
          }

          @Override
          public void dispose() {
            text.dispose();
          }
        });
  }

  private void addTable(Block.Table table) {
    List<List<Cell>> rows = new ArrayList<>();
    boolean numbers =
        table.style() == TableStyle.NUMBERS || table.style() == TableStyle.PLAIN_NUMBERS;
    if (!table.head().isEmpty()) {
      rows.add(cells(table, table.head(), fonts.bold(0), Ink.TEXT, numbers));
    }
    for (List<String> row : table.rows()) {
      rows.add(cells(table, row, fonts.plain(), Ink.TEXT, numbers));
    }
    pieces.add(new TablePiece(gc, rows, width));
  }

  private List<Cell> cells(
      Block.Table table, List<String> texts, Font font, Color ink, boolean numbers) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean remark = table.style() == TableStyle.NUMBERS && i == texts.size() - 1;
      boolean value = table.style() == TableStyle.FIGURES && i == 1;
      cells.add(
          new Cell(
              texts.get(i),
              value ? fonts.bold(1) : font,
              i == 0 && font == fonts.plain() && table.style() != TableStyle.FIGURES ? Ink.QUIET : ink,
              numbers && i > 0 && !remark,
              null));
    }
    return cells;
  }

  private void addHeat(Block.Heat heat) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> head = new ArrayList<>();
    for (int i = 0; i < heat.head().size(); i++) {
      head.add(new Cell(heat.head().get(i), fonts.bold(0), Ink.TEXT, i > 0, null));
    }
    rows.add(head);
    for (Block.HeatRow row : heat.rows()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell(row.name(), fonts.plain(), Ink.QUIET, false, Ink.PAPER));
      for (int i = 0; i < heat.head().size() - 2; i++) {
        cells.add(i < row.counts().size() ? count(row.counts().get(i), heat) : unknown(row, i));
      }
      cells.add(new Cell(Format.count(row.sum()), fonts.bold(0), Ink.TEXT, true, Ink.PAPER));
      rows.add(cells);
    }
    pieces.add(new TablePiece(gc, rows, width));
  }

  private Cell count(long count, Block.Heat heat) {
    return new Cell(
        Format.count(count),
        fonts.plain(),
        count == 0 ? Ink.ZERO : Ink.TEXT,
        true,
        count == 0 ? Ink.PAPER : Ink.heat(heat.share(count)));
  }

  private Cell unknown(Block.HeatRow row, int column) {
    return new Cell(column == 0 ? row.unknown() : "", fonts.plain(), Ink.QUIET, false, Ink.PAPER);
  }

  private void addChart(ChartSpec chart) {
    addPicture(chart, chart.description());
    pieces.add(Piece.gap(6));
  }

  private void addPicture(Object shown, String description) {
    ImageData pixels = pictures.get(shown);
    if (pixels == null) {
      text(description, fonts.plain(), Ink.TEXT);
    } else {
      pieces.add(new PicturePiece(gc.getDevice(), pixels, scale, width));
    }
  }
}
