package org.archipelago.headless;

/**
 * What the output goes to.
 *
 * @param interactive whether a person watches lines being rewritten
 * @param width columns of a line
 */
record Terminal(boolean interactive, int width) {

  /** Width of help, whoever reads it. */
  static final int HELP_WIDTH = 100;

  private static final int USUAL_WIDTH = 80;

  /** A pipe or a file. */
  static final Terminal PIPE = new Terminal(false, USUAL_WIDTH);

  /**
   * Must be called before anything asks for the console. From Java 22 on there may be a console also in
   * a pipe, unless the JDK's basic one is asked for; that one is there only on a terminal, on every
   * version.
   */
  static void prepare() {
    System.setProperty("jdk.console", "java.base");
  }

  static Terminal detect() {
    return System.console() == null ? PIPE : new Terminal(true, width(System.getenv("COLUMNS")));
  }

  private static int width(String columns) {
    return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }
}
