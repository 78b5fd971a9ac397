package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Texts;
import org.archipelago.export.report.Block.TableStyle;
import org.archipelago.export.report.Block.TextStyle;

/** Collects blocks in one language. */
final class BlockList {

  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  BlockList(Texts texts) {
    this.texts = texts;
  }

  Texts texts() {
    return texts;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  List<Block> all() {
    return List.copyOf(blocks);
  }

  void add(Block block) {
    blocks.add(block);
  }

  void text(TextStyle style, String text) {
    add(new Block.Text(style, text));
  }

  /** A paragraph of that key. */
  void paragraph(String key, Object... values) {
    text(TextStyle.PARAGRAPH, texts.text(key, values));
  }

  /** A heading of that key. */
  void heading(String key) {
    text(TextStyle.HEADING, texts.text(key));
  }

  void bullets(List<String> sentences) {
    add(new Block.Bullets(sentences));
  }

  void table(TableStyle style, List<String> head, List<List<String>> rows) {
    add(new Block.Table(style, head, rows));
  }

  /** Says how many clients a table does not show. */
  void left(int clients) {
    if (clients > 0) {
      text(TextStyle.QUIET, texts.text("clients.left", texts.many(clients, "count.moreClients")));
    }
  }
}
