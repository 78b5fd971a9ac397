package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.charts.Curve;
import org.archipelago.ui.tests.pages.LearningRatePage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Finding a learning rate for the experiment in the editor. */
class LearningRateDialogTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final LearningRatePage dialog = new LearningRatePage();

  @AfterEach
  void closeEverything() {
    if (dialog.isOpen()) {
      dialog.press("Close");
    }
    workbench.closeEditors();
  }

  @Test
  void whatIsSuggestedIsWrittenIntoTheExperimentAndUndone() {
    open("wdbc-hospitals");
    String before = workbench.editor().text();
    String suggestion = dialog.value("Learning rate:");
    assertTrue(
        dialog.texts().stream().anyMatch(t -> t.startsWith("Suggested: " + suggestion + ", a quarter of")),
        dialog.texts().toString());
    List<String> curves = dialog.chart().curves().stream().map(Curve::name).toList();
    assertEquals(List.of("Loss, smoothed", "Loss of each batch", "Suggested"), curves);

    dialog.press("Use This Value");
    assertFalse(dialog.isOpen());
    Ui.waitUntil(
        workbench.editor()::text,
        () -> workbench.editor().text().contains("optimizer: {id: sgd, learningRate: " + suggestion + "}"));
    workbench.execute(Command.UNDO);
    Ui.waitUntil(workbench.editor()::text, () -> workbench.editor().text().equals(before));
  }

  @Test
  void aValueOfOnesOwnCanBeUsed() {
    open("churn-companies");
    dialog.type("Learning rate:", "none");
    assertFalse(dialog.isEnabled("Use This Value"));
    dialog.type("Learning rate:", "0.05");
    dialog.press("Use This Value");
    Ui.waitUntil(
        workbench.editor()::text, () -> workbench.editor().text().contains("learningRate: 0.05"));
  }

  @Test
  void aRangeThatIsNoneIsAnsweredAtItsField() {
    open("wdbc-hospitals");
    dialog.type("From:", "2");
    dialog.type("To:", "1");
    dialog.press("Test Again");
    assertTrue(
        dialog.texts().stream()
            .anyMatch(t -> t.startsWith("To: Found 1.0; a number above the first learning rate, 2.0")),
        dialog.texts().toString());
    dialog.type("From:", "1e-9");
    dialog.type("To:", "1e-8");
    dialog.press("Test Again");
    Ui.waitUntil(
        () -> dialog.texts().toString(),
        () -> dialog.texts().stream().anyMatch(t -> t.startsWith("At no learning rate in this range")));
  }

  private void open(String sample) {
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", sample);
    workbench.execute(Command.LEARNING_RATE);
    dialog.waitUntilOpen();
    Ui.waitUntil(
        () -> "a suggestion among " + dialog.texts(), () -> !dialog.value("Learning rate:").isEmpty());
  }
}
