package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.archipelago.ui.tests.pages.EditorPage;
import org.archipelago.ui.tests.pages.FieldsPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyst deals rows by another rule, and has the clients' rows changed, on the same page. */
class ShiftTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private EditorPage editor;
  private FieldsPage partition;

  @BeforeEach
  void openThePageOfThePartition() {
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", "digits-mlp");
    editor = workbench.editor();
    partition = editor.forms().open("Partition");
  }

  @AfterEach
  void close() {
    workbench.closeEditors();
  }

  @Test
  void mostExperimentsHaveNone() {
    assertTrue(partition.isChosen("shift", "none"));
    assertFalse(editor.text().contains("shift"));
    assertFalse(editor.isDirty());
  }

  @Test
  void aShiftIsWrittenIntoTheFileAndItsMistakesStandAtTheirField() {
    partition.choose("shift", "label-noise");
    Ui.waitUntil("its fields are there", () -> partition.has("shift.least"));
    assertTrue(editor.text().contains("shift: {id: label-noise}"), editor.text());
    Ui.waitUntil(editor::verdict, () -> editor.verdict().equals("Ready to run"));
    partition.type("shift.least", "0.8");
    Ui.waitUntil(
        () -> partition.mistake("shift.least"),
        () -> partition.mistake("shift.least").startsWith("Found 0.8, which is more than most, 0.5"));
    partition.choose("shift", "none");
    Ui.waitUntil("no field is left", () -> !partition.has("shift.least"));
    Ui.waitUntil(editor::verdict, () -> editor.verdict().equals("Ready to run"));
  }

  @Test
  void anotherDirichletHasFieldsOfItsOwn() {
    partition.choose("partition", "dirichlet-clients");
    Ui.waitUntil("its fields are there", () -> partition.has("partition.prior"));
    partition.type("partition.clients", "12");
    partition.type("partition.alpha", "0.5");
    partition.select("partition.prior", "uniform");
    Ui.waitUntil(editor::verdict, () -> editor.verdict().equals("Ready to run"));
    assertTrue(editor.text().contains("dirichlet-clients"), editor.text());
  }
}
