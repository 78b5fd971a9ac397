package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.archipelago.ui.help.HelpPages;
import org.archipelago.ui.tests.pages.AboutPage;
import org.archipelago.ui.tests.pages.HelpPaneView;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AboutTest {

  private final WorkbenchPage workbench = new WorkbenchPage();

  @Test
  void saysWhatThisIsAndWhatItConsistsOf() {
    AboutPage about = AboutPage.open(workbench);
    try {
      String java = System.getProperty("java.version");
      assertTrue(about.facts().get("Java").startsWith(java), about.facts().toString());
      assertEquals("0.1.0", about.facts().get("Version"));
      assertEquals(
          String.valueOf(Runtime.getRuntime().availableProcessors()), about.facts().get("Cores"));
      assertTrue(about.facts().get("Arithmetic").startsWith("Vector API"), about.facts().toString());
      assertTrue(about.facts().get("Log").endsWith(".log"), about.facts().toString());
      assertTrue(
          about.components().contains("org.jfree.jfreechart 1.5.6 LGPL-2.1"),
          about.components().toString());

      about.press("Copy to Clipboard");
      String copied = Ui.clipboard();
      assertTrue(copied.contains("Java: " + java), copied);
      assertTrue(copied.contains("org.jfree.jfreechart 1.5.6, LGPL-2.1"), copied);

      assertFalse(about.isEnabled("Show Licence"));
      about.choose("org.jfree.jfreechart");
      about.press("Show Licence");
      assertTrue(HelpPaneView.beside(about.shell()).text().contains("GNU LESSER GENERAL PUBLIC LICENSE"));
    } finally {
      about.press("Close");
    }
  }

  @Test
  void everyComponentHasTheTextOfItsLicence() {
    assertTrue(HelpPages.get().components().size() > 50);
    HelpPages.get().components().forEach(part ->
        assertTrue(HelpPages.get().has(part.licenceText()), part.toString()));
  }

  @Test
  void whatLibrariesLogIsInTheLogWhichCanBeShown() throws IOException {
    Logger.getLogger("org.example.library").log(Level.WARNING, "lost {0} of them", 3);
    LoggerFactory.getLogger("org.example.server").warn("port {} is hot", 8080);
    Logger.getLogger("org.example.library").fine("nobody wants to know");
    Path log = Platform.getLogFileLocation().toFile().toPath();
    Ui.waitUntil("it is logged", () -> Files.exists(log) && read(log).contains("port 8080 is hot"));
    assertTrue(read(log).contains("org.example.library: lost 3 of them"));
    assertFalse(read(log).contains("nobody wants to know"));

    workbench.execute("org.archipelago.app.showLog");
    AboutPage shown = AboutPage.shown("Log of " + log);
    try {
      Ui.waitUntil("its end is shown", () -> shown.log().contains("port 8080 is hot"));
    } finally {
      shown.press("Close");
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "";
    }
  }
}
