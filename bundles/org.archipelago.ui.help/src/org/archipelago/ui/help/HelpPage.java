package org.archipelago.ui.help;

import java.util.List;
import org.commonmark.node.Node;

/**
 * One page of the help.
 *
 * @param path its place below the folder of pages, such as {@code workbench.md}
 * @param title its first heading
 * @param content what stands in it
 * @param sections its text, heading by heading
 */
record HelpPage(String path, String title, Node content, List<Section> sections) {

  /**
   * A heading and the text below it.
   *
   * @param anchor what a link names it by; empty for the page's beginning
   * @param heading its words
   * @param text all words below it, up to the next heading
   */
  record Section(String anchor, String heading, String text) {}
}
