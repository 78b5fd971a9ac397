package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.archipelago.ui.help.HelpPages;
import org.archipelago.ui.help.HelpView;
import org.archipelago.ui.tests.pages.HelpPaneView;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.run.RunView;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The help for whoever has chosen Chinese. */
class HelpInChineseTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void speakChinese() {
    hideHelp();
    Locale.setDefault(Locale.CHINESE);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
    hideHelp();
  }

  private void hideHelp() {
    IViewPart view = workbench.page().findView(HelpView.ID);
    if (view != null) {
      workbench.page().hideView(view);
    }
  }

  private static Composite control(IViewPart view) {
    return (Composite) view.getSite().getService(MPart.class).getWidget();
  }

  private HelpPaneView help() {
    return new HelpPaneView(control(workbench.page().findView(HelpView.ID)));
  }

  private HelpPaneView openContents() {
    workbench.execute("org.eclipse.ui.help.helpContents");
    return help();
  }

  @Test
  void linksStayInTheLanguage() {
    HelpPaneView help = openContents();
    assertTrue(help.text().startsWith("帮助"), help.text());
    help.follow("工作台");
    assertTrue(help.text().startsWith("工作台"), help.text());
    assertTrue(help.pictures() >= 1, "no picture");
    help.follow("词汇表");
    assertTrue(help.text().startsWith("词汇表"), help.text());
  }

  @Test
  void whatIsThereInEnglishOnlyIsShownInEnglish() {
    HelpPaneView help = openContents();
    help.follow("第三方组件");
    assertTrue(help.text().startsWith("Third-party components"), help.text());
  }

  @Test
  void f1LeadsToTheHeadingThatTheEnglishPageHasThere() {
    HelpPaneView.pressF1(control(workbench.page().findView(RunView.ID)));
    assertEquals("运行", help().top());
  }

  @Test
  void searchFindsChineseWordsAndNoPageInBothLanguages() {
    List<HelpPages.Hit> hits = HelpPages.get().search("隐私预算");
    assertFalse(hits.isEmpty());
    assertTrue(hits.stream().anyMatch(hit -> hit.heading().startsWith("隐私")), hits.toString());
    assertTrue(hits.stream().allMatch(hit -> hit.around().contains("隐私预算")), hits.toString());
    List<String> elsewhere =
        HelpPages.get().search("ε").stream()
            .map(HelpPages.Hit::link)
            .filter(link -> !link.matches("(zh/|decisions/|third-party).*"))
            .toList();
    assertEquals(List.of(), elsewhere);
  }

  @Test
  void linesOfAFileAreJoinedWithoutBlanks() {
    HelpPaneView help = openContents();
    help.follow("隐私");
    assertFalse(help.text().matches("(?s).*\\p{IsHan} \\p{IsHan}.*"), help.text());
  }
}
