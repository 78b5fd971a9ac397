package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.ui.help.HelpPages;
import org.archipelago.ui.help.HelpView;
import org.archipelago.ui.tests.pages.HelpPaneView;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.experiments.ExperimentsView;
import org.archipelago.ui.workbench.run.RunView;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HelpTest {

  private final WorkbenchPage workbench = new WorkbenchPage();

  @AfterEach
  void closeAll() {
    IViewPart view = workbench.page().findView(HelpView.ID);
    if (view != null) {
      workbench.page().hideView(view);
    }
    workbench.closeEditors();
  }

  private HelpPaneView help() {
    IViewPart view = workbench.page().findView(HelpView.ID);
    return new HelpPaneView((Composite) view.getSite().getService(MPart.class).getWidget());
  }

  private HelpPaneView openContents() {
    workbench.execute("org.eclipse.ui.help.helpContents");
    return help();
  }

  private static Composite control(IViewPart view) {
    return (Composite) view.getSite().getService(MPart.class).getWidget();
  }

  @Test
  void everyPageCanBeReadAndEveryLinkLeadsToOne() {
    HelpPages pages = HelpPages.get();
    assertTrue(pages.paths().contains("privacy.md"), pages.paths().toString());
    openContents();
    HelpView view = (HelpView) workbench.page().findView(HelpView.ID);
    List<String> dead = new ArrayList<>();
    for (String path : pages.paths()) {
      view.open(path);
      String text = help().text();
      assertTrue(text.startsWith(pages.title(path)), path + ": " + text);
      for (String markup : List.of("| ---", "](", "```", "**")) {
        assertFalse(text.contains(markup), path + " shows " + markup);
      }
      for (String link : new ArrayList<>(new java.util.LinkedHashSet<>(help().links()))) {
        view.open(path);
        if (!link.startsWith("http")) {
          help().follow(link);
          if (help().text().startsWith("There is no page")) {
            dead.add(path + ": " + link);
          }
        }
      }
    }
    assertEquals(List.of(), dead);
  }

  @Test
  void linksLeadOnAndOneCanGoBackAndForward() {
    HelpPaneView help = openContents();
    assertFalse(help.isEnabled("Forward"));
    help.follow("Workbench");
    assertTrue(help.text().startsWith("Workbench"), help.text());
    assertTrue(help.pictures() >= 1, "no picture");
    help.follow("record");
    help.press("Back");
    assertTrue(help.text().startsWith("Workbench"), help.text());
    help.press("Back");
    assertTrue(help.text().startsWith("Help"), help.text());
    help.press("Forward");
    assertTrue(help.text().startsWith("Workbench"), help.text());
    help.press("Contents");
    assertTrue(help.text().startsWith("Help"), help.text());
  }

  @Test
  void searchFindsOnAllPagesAndSaysWhereThereIsNothing() {
    HelpPaneView help = openContents();
    help.search("invitation participant");
    assertTrue(help.text().contains("places have"), help.text());
    help.follow("Remote clients");
    assertTrue(help.text().startsWith("Remote clients"), help.text());
    help.search("xyzzy");
    assertTrue(help.text().contains("No page has \"xyzzy\""), help.text());
  }

  @Test
  void f1OpensThePageThatFits() {
    HelpPaneView.pressF1(control(workbench.page().findView(ExperimentsView.ID)));
    assertEquals("Experiments", help().top());
    HelpPaneView.pressF1(control(workbench.page().findView(RunView.ID)));
    assertEquals("Run", help().top());
    workbench.experiments().open("Samples", "digits-mlp");
    HelpPaneView.pressF1(workbench.editor().widget());
    assertEquals("Editor", help().top());
    workbench.editor().forms().open("Privacy");
    HelpPaneView.pressF1(frontPage());
    assertEquals("Privacy", help().top());
  }

  private Control frontPage() {
    Composite parent = workbench.editor().widget().getParent();
    while (!(parent instanceof CTabFolder)) {
      parent = parent.getParent();
    }
    return ((CTabFolder) parent).getSelection().getControl();
  }

  @Test
  void besideADialogItHasAWindowThatCanBeUsed() {
    PreferenceDialog dialog =
        PreferencesUtil.createPreferenceDialogOn(
            workbench.window().getShell(), "org.archipelago.ui.workbench.preferences.runs", null, null);
    dialog.setBlockOnOpen(false);
    dialog.open();
    try {
      Shell shell = dialog.getShell();
      shell.forceActive();
      Ui.waitUntil("the dialog is in front", () -> shell.getDisplay().getActiveShell() == shell);
      HelpPaneView.pressF1(((org.eclipse.jface.preference.PreferencePage) dialog.getSelectedPage()).getControl());
      HelpPaneView help = HelpPaneView.beside(shell);
      assertEquals("Preferences", help.top());
      help.press("Contents");
      assertTrue(help.text().startsWith("Help"), help.text());
    } finally {
      dialog.close();
    }
  }

  @Test
  void everyContextLeadsToAPlaceThatIsThere() {
    for (String id : List.of("welcome", "wizard", "experiments", "editor", "editor_data", "editor_partition",
        "editor_model", "editor_strategy", "editor_privacy", "editor_clients", "run", "charts", "evaluation",
        "learning_rate", "session", "problems", "preferences", "plugins", "about", "studio", "studio_goals",
        "studio_silos", "studio_history")) {
      IContext context = HelpSystem.getContext("org.archipelago.ui.workbench." + id);
      assertTrue(context != null && context.getRelatedTopics().length == 1, id);
      String href = context.getRelatedTopics()[0].getHref();
      String link = href.substring(href.lastIndexOf("org.archipelago.ui.help/") < 0 ? 0 : "/org.archipelago.ui.help/".length());
      assertTrue(HelpPages.get().has(link), id + " leads to " + link);
    }
    assertTrue(Arrays.stream(HelpSystem.getContext("org.eclipse.ui.missing").getRelatedTopics()).findAny().isPresent());
  }
}
