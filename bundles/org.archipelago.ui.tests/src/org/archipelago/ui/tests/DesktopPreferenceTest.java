package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.workbench.preferences.DesktopPreference;
import org.archipelago.ui.workbench.preferences.DesktopPreference.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DesktopPreferenceTest {

  @TempDir private Path folder;

  @Test
  void isAskedOnceAndThenWatched() throws IOException {
    Path changes = folder.resolve("changes");
    DesktopPreference desktop =
        new DesktopPreference(
            program(
                "if [ $1 = get ]; then echo \"'prefer-dark'\"; exit; fi",
                "until [ -e '" + changes + "' ]; do sleep 0.1; done",
                "cat '" + changes + "'"));
    AtomicInteger told = new AtomicInteger();
    desktop.onChange(told::incrementAndGet);
    assertEquals(Scheme.UNKNOWN, desktop.scheme());
    desktop.watch();
    Ui.waitUntil("it is dark", () -> desktop.scheme() == Scheme.DARK);
    Files.writeString(folder.resolve("new"), "color-scheme: 'default'\ncolor-scheme: 'prefer-light'\n");
    Files.move(folder.resolve("new"), changes);
    Ui.waitUntil("it is light", () -> desktop.scheme() == Scheme.LIGHT);
    Ui.waitUntil("each change is told", () -> told.get() == 3);
    desktop.close();
  }

  @Test
  void whereNobodyAnswersNothingIsKnown() throws IOException {
    Path asked = folder.resolve("asked");
    DesktopPreference silent =
        new DesktopPreference(program("echo $1 >> '" + asked + "'", "echo no such key >&2", "exit 1"));
    silent.watch();
    Ui.waitUntil("it was asked", () -> Files.exists(asked));
    DesktopPreference missing = new DesktopPreference(folder.resolve("nothing").toString());
    missing.watch();
    missing.close();
    assertEquals(Scheme.UNKNOWN, silent.scheme());
    assertEquals(Scheme.UNKNOWN, missing.scheme());
  }

  private String program(String... lines) throws IOException {
    Path program = folder.resolve("gsettings");
    Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    program.toFile().setExecutable(true);
    return program.toString();
  }
}
