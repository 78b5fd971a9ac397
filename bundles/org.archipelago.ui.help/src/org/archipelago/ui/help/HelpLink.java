package org.archipelago.ui.help;

import java.net.URI;

/**
 * Where a link leads.
 *
 * @param path of a page or picture; for one outside the help the whole address
 * @param anchor of a heading; empty for the page's beginning
 */
record HelpLink(String path, String anchor) {

  /**
   * Reads a link.
   *
   * @param page path of the page it stands on
   */
  static HelpLink of(String page, String link) {
    if (link.contains("://") || link.startsWith("mailto:")) {
      return new HelpLink(link, "");
    }
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    String anchor = hash < 0 ? "" : link.substring(hash + 1);
    if (path.isEmpty()) {
      return new HelpLink(page, anchor);
    }
    String folder = page.substring(0, page.lastIndexOf('/') + 1);
    return new HelpLink(URI.create(folder + path).normalize().toString(), anchor);
  }

  boolean isOutside() {
    return path.contains(":");
  }

  @Override
  public String toString() {
    return anchor.isEmpty() ? path : path + "#" + anchor;
  }
}
