package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.ui.charts.ChartCanvas;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.tests.pages.PreferencesPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WelcomePage;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.preferences.Appearance;
import org.archipelago.ui.workbench.preferences.LanguageChoice;
import org.archipelago.ui.workbench.preferences.Relaunch;
import org.archipelago.ui.workbench.preferences.Settings;
import org.archipelago.ui.workbench.run.CloseGuard;
import org.archipelago.ui.workbench.run.RunService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {

  private static final String HOME = "archipelago.home";

  private final WorkbenchPage workbench = new WorkbenchPage();
  @TempDir private Path home;

  @BeforeEach
  void ownHome() {
    System.setProperty(HOME, home.toString());
  }

  @AfterEach
  void defaults() {
    for (String page : List.of("general", "appearance", "charts", "runs")) {
      PreferencesPage preferences = open(page);
      preferences.restoreDefaults();
      preferences.close();
    }
    System.clearProperty(HOME);
    workbench.closeEditors();
  }

  private PreferencesPage open(String page) {
    return PreferencesPage.open(workbench.window().getShell(), page);
  }

  @Test
  void pagesAreFoundByWhatTheyAreAbout() {
    PreferencesPage preferences = open("general");
    try {
      assertTrue(
          preferences.pages().containsAll(List.of("General", "Appearance", "Charts", "Runs", "Keys")),
          preferences.pages().toString());
      preferences.search("threads", "Runs");
    } finally {
      preferences.cancel();
    }
    preferences = open("general");
    try {
      preferences.search("smoothing", "Charts");
    } finally {
      preferences.cancel();
    }
  }

  @Test
  void theThemeIsFoundByItsColours() {
    for (String words : List.of("dark", "theme", "dark mode")) {
      PreferencesPage preferences = open("general");
      try {
        preferences.search(words);
        Ui.waitUntil(
            () -> words + " finds " + preferences.pages(),
            () -> preferences.pages().contains("Appearance") && !preferences.pages().contains("Charts"));
      } finally {
        preferences.cancel();
      }
    }
  }

  @Test
  void theLanguageIsKeptForTheNextStartWhichIsOffered() throws IOException {
    PreferencesPage preferences = open("general");
    assertEquals("As the system", preferences.choice("Language:"));
    preferences.choose("Language:", "中文");
    var said = Ui.answerNextDialog("Restart Archipelago?", "Later");
    preferences.close();
    assertTrue(said.get().contains("when it is started again"), said.get());
    assertEquals("zh", Files.readString(home.resolve("language")).strip());
    assertEquals(LanguageChoice.CHINESE, LanguageChoice.chosen());

    preferences = open("general");
    assertEquals("中文", preferences.choice("Language:"));
    preferences.restoreDefaults();
    said = Ui.answerNextDialog("Restart Archipelago?", "Later");
    preferences.close();
    said.get();
    assertFalse(Files.exists(home.resolve("language")));
  }

  @Test
  void aRestartKeepsEverythingButTheLanguage() {
    assertEquals(
        List.of("/opt/jdk/bin/java", "-Xmx1g", "-jar", "launcher.jar", "-data", "my folder", "-nl", "zh"),
        Relaunch.command(
            "/opt/jdk/bin/java",
            List.of("-Xmx1g"),
            "launcher.jar",
            List.of("-nl", "en", "-data", "my folder"),
            LanguageChoice.CHINESE));
    assertEquals(
        List.of("/opt/Archipelago/bin/Archipelago", "-data", "x"),
        Relaunch.command(
            "/opt/Archipelago/bin/Archipelago", List.of("-Xmx1g"), "l.jar", List.of("-data", "x"), LanguageChoice.SYSTEM));
  }

  @Test
  void welcomeAtStartIsTheSameAsOnTheWelcomePage() {
    PreferencesPage preferences = open("general");
    preferences.tick("Show Welcome at start", false);
    preferences.close();
    assertFalse(Settings.isWelcomeShownAtStart());
    workbench.execute(Command.WELCOME);
    assertFalse(new WelcomePage(workbench.page()).isTicked("Show this page at the start when nothing else is open"));
  }

  @Test
  void closingIsAskedAboutUnlessOneDoesNotWantThat() {
    RunService runs = workbench.window().getService(RunService.class);
    PreferencesPage preferences = open("general");
    preferences.tick("Ask before closing while runs are under way", false);
    preferences.close();
    workbench.experiments().open("Samples", "digits-mlp");
    workbench.startRun().waitForRound(1);
    assertTrue(new CloseGuard(runs).preShutdown(workbench.window().getWorkbench(), false));
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
  }

  @Test
  void coresAndRunsAtOnceHaveARangeAndHoldForTheQueue() {
    RunService runs = workbench.window().getService(RunService.class);
    PreferencesPage preferences = open("runs");
    int all = Runtime.getRuntime().availableProcessors();
    assertEquals(String.valueOf(all), preferences.text("Cores to use for runs:"));
    preferences.type("Cores to use for runs:", String.valueOf(all + 1));
    assertTrue(preferences.error().contains("From 1 to " + all), preferences.error());
    preferences.type("Cores to use for runs:", "1");
    assertEquals("", preferences.error());
    preferences.type("Runs at once:", "1");
    preferences.close();
    assertEquals(1, Settings.cores());

    workbench.experiments().open("Samples", "digits-mlp");
    workbench.startRun().waitForRound(1);
    workbench.startRun();
    assertTrue(runs.live().getLast().model().isQueued());
    // The one under way makes room while it is paused.
    runs.live().getFirst().togglePause();
    Ui.waitUntil("the second has begun", () -> !runs.live().getLast().model().isQueued());
    runs.live().getFirst().togglePause();
    assertTrue(runs.live().getFirst().model().isQueued());
    runs.live().getLast().stop();
    Ui.waitUntil("the first goes on", () -> runs.live().size() == 1 && !runs.live().getFirst().model().isQueued());
    runs.live().getFirst().stop();
    Ui.waitUntil("all have ended", () -> runs.live().isEmpty());
  }

  @Test
  void smoothingHoldsForChartsThatAreOpenAndForNewOnes() {
    Shell shell = new Shell();
    try {
      ChartCanvas open = new ChartCanvas(shell);
      PreferencesPage preferences = open("charts");
      preferences.choose("Smoothing of new charts:", "Moving average, 0.9");
      preferences.close();
      Ui.waitUntil("the open chart is smoothed", () -> open.view().smoothing() == 0.9);
      assertEquals(0.9, new ChartCanvas(shell).view().smoothing());
    } finally {
      shell.dispose();
    }
  }

  @Test
  void whatCantBeUsedIsFadedInBothThemes() {
    for (String theme : List.of("Dark", "Light")) {
      PreferencesPage preferences = open("appearance");
      preferences.tick(theme, true);
      preferences.close();
      Ui.waitUntil("the theme is " + theme, () -> Appearance.isDarkNow() == theme.equals("Dark"));
      Shell shell = new Shell(workbench.window().getShell());
      try {
        shell.setLayout(new FillLayout());
        Button pushed = button(shell, SWT.PUSH, true);
        Button faded = button(shell, SWT.PUSH, false);
        Button ticked = button(shell, SWT.CHECK, true);
        Button fadedBox = button(shell, SWT.CHECK, false);
        shell.setSize(600, 60);
        shell.open();
        Ui.waitUntil(
            () -> theme + ": " + contrast(faded) + " of " + contrast(pushed),
            () -> contrast(faded) < 0.75 * contrast(pushed) && contrast(faded) > 20);
        Ui.waitUntil(
            () -> theme + ": " + contrast(fadedBox) + " of " + contrast(ticked),
            () -> contrast(fadedBox) < 0.75 * contrast(ticked) && contrast(fadedBox) > 20);
      } finally {
        shell.dispose();
      }
    }
  }

  private static int luminance(Color color) {
    return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
  }

  private static Button button(Shell shell, int style, boolean enabled) {
    Button button = new Button(shell, style);
    button.setText("MMMMMMMM");
    button.setEnabled(enabled);
    return button;
  }

  /** How far the brightest dot is from the darkest, within the border. */
  private static int contrast(Control control) {
    Image image = new Image(control.getDisplay(), control.getBounds().width, control.getBounds().height);
    GC gc = new GC(image);
    control.print(gc);
    gc.dispose();
    ImageData data = image.getImageData(100);
    image.dispose();
    int darkest = 255;
    int brightest = 0;
    for (int x = 30; x < data.width - 8; x++) {
      for (int y = 8; y < data.height - 8; y++) {
        int green = data.palette.getRGB(data.getPixel(x, y)).green;
        darkest = Math.min(darkest, green);
        brightest = Math.max(brightest, green);
      }
    }
    return brightest - darkest;
  }

  @Test
  void theThemeChangesAllThatIsOpen() {
    workbench.experiments().open("Samples", "digits-mlp");
    Shell shell = workbench.window().getShell();
    Label quiet = new Label(shell, 0);
    Palette.QUIET.applyTo(quiet);
    Text plain = new Text(shell, SWT.BORDER);
    Palette.clear(plain);
    PreferencesPage preferences = open("appearance");
    assertTrue(preferences.isTicked("Follow the system"));
    preferences.tick("Dark", true);
    preferences.close();
    Ui.waitUntil("the theme is dark", Appearance::isDarkNow);
    assertEquals(Appearance.DARK, Appearance.chosen());
    Ui.waitUntil("the editor is dark", () -> Palette.isDark(workbench.editor().widget()));
    Ui.waitUntil("quiet text is light", () -> quiet.getForeground().equals(Palette.QUIET.on(quiet)));
    assertColoursStay(shell);
    assertColoursStay(workbench.editor().widget().getParent());
    Color onDark = workbench.editor().colourOf("format");

    preferences = open("appearance");
    preferences.tick("Light", true);
    preferences.close();
    Ui.waitUntil("the editor is light", () -> !Palette.isDark(workbench.editor().widget()));
    Ui.waitUntil("fields are light", () -> !Palette.isDark(plain) && luminance(plain.getForeground()) < 128);
    Ui.waitUntil("its keys are dark", () -> !workbench.editor().colourOf("format").equals(onDark));
    quiet.dispose();

    preferences = open("appearance");
    preferences.restoreDefaults();
    preferences.close();
    assertEquals(Appearance.SYSTEM, Appearance.chosen());
  }

  /** Style sheets, which are applied to a part anew when it becomes active, leave the palette's colours. */
  private void assertColoursStay(Composite parent) {
    IWorkbenchPage page = workbench.window().getActivePage();
    for (Palette colour : List.of(Palette.ERROR, Palette.READY, Palette.WARNING, Palette.QUIET, Palette.ACCENT)) {
      Label label = new Label(parent, 0);
      colour.applyTo(label);
      Ui.drain();
      assertEquals(colour.on(label), label.getForeground(), colour + " when new");
      page.activate(page.getViewReferences()[0].getPart(true));
      page.activate(page.getActiveEditor());
      Ui.drain();
      assertEquals(colour.on(label), label.getForeground(), colour + " once active");
      label.dispose();
    }
  }
}
