package org.archipelago.ui.workbench.preferences;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * What GNOME and desktops like it prefer, light or dark, which they tell apart from the name of a theme. It
 * is asked, and then watched, by a thread of its own. Thread-safe.
 */
public final class DesktopPreference {

  /** What is preferred. */
  public enum Scheme {
    LIGHT,
    DARK,
    /** There is no preference, or nobody to tell it. */
    UNKNOWN
  }

  private final String command;
  private Process asked;
  private boolean closed;
  private Scheme scheme = Scheme.UNKNOWN;
  private Runnable listener = () -> { };

  /** @param command {@code gsettings}, or a program that speaks like it */
  public DesktopPreference(String command) {
    this.command = command;
  }

  /** Begins to ask; the thread ends where the desktop has no answer. */
  public void watch() {
    Thread thread = new Thread(this::askAndWatch, "desktop preference");
    thread.setDaemon(true);
    thread.start();
  }

  public synchronized Scheme scheme() {
    return scheme;
  }

  /** Is told of changes, on a thread of this class. */
  public synchronized void onChange(Runnable newListener) {
    listener = newListener;
  }

  /** Stops watching. */
  public synchronized void close() {
    closed = true;
    if (asked != null) {
      asked.destroy();
    }
  }

  private void askAndWatch() {
    try {
      if (read("get") > 0) {
        read("monitor");
      }
    } catch (IOException e) {
      // There is no such program: the name of the theme has to tell.
    }
  }

  /** Takes in what the program says until it ends; returns how many lines that was. */
  private int read(String verb) throws IOException {
    Process process = start(verb);
    int lines = 0;
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines++;
        set(line.contains("dark") ? Scheme.DARK : line.contains("light") ? Scheme.LIGHT : Scheme.UNKNOWN);
      }
    } finally {
      process.destroy();
    }
    return lines;
  }

  private synchronized Process start(String verb) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    asked =
        new ProcessBuilder(command, verb, "org.gnome.desktop.interface", "color-scheme")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return asked;
  }

  private void set(Scheme now) {
    Runnable tell;
    synchronized (this) {
      tell = now == scheme ? () -> { } : listener;
      scheme = now;
    }
    tell.run();
  }
}
