package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.archipelago.partition.Draft;
import org.archipelago.ui.tests.pages.StudioEditorPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partition seen and painted in the studio, as a user does it. */
class PartitionStudioTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private StudioEditorPage studio;
  private Draft start;

  @BeforeEach
  void openStudio() {
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", "digits-mlp");
    workbench.editor().forms().open("Partition");
    workbench.editor().forms().openStudio();
    studio = workbench.studio();
    start = studio.model().current();
  }

  @AfterEach
  void closeEditors() {
    workbench.closeEditors();
  }

  @Test
  void theExperimentsPartitionIsShownWithItsFigures() {
    assertEquals("digits-mlp.partition.json", studio.title());
    assertEquals(start.clients(), studio.clients());
    assertEquals(start.counts()[3][5], studio.count(3, 5));
    assertTrue(studio.skew().startsWith("Jensen-Shannon divergence ."), studio.skew());
    assertTrue(studio.skew().contains("by chance ."), studio.skew());
    assertFalse(studio.isDirty(), "looking changes nothing");
    assertTrue(studio.canBeSaved(), "but it can be kept as it is");
  }

  @Test
  void cellsArePaintedAsOneStepThatIsUndoneAndRedone() {
    studio.key('b', 0);
    studio.brushRows(3);
    int[] before = column(2);
    studio.drag(0, 3, 2, 0);
    for (int client = 0; client <= 3; client++) {
      assertEquals(before[client] + 3, studio.count(client, 2));
    }
    assertEquals(sum(before), sum(column(2)), "what some cells get others lose");
    assertTrue(studio.isDirty());
    assertEquals("Set the rows of 4 cells", studio.said());
    assertEquals("Undo Set the rows of 4 cells", workbench.undoText().replaceFirst("\t.*", ""));
    workbench.execute(Command.UNDO);
    assertEquals(start, studio.model().current());
    assertFalse(studio.isDirty());
    workbench.execute(Command.REDO);
    assertEquals(before[1] + 3, studio.count(1, 2));
  }

  @Test
  void rowsAreDraggedFromClientToClientAndIntoTheReserve() {
    int from = studio.count(4, 1);
    int to = studio.count(6, 1);
    studio.brushRows(2);
    studio.drag(4, 6, 1, 0);
    assertEquals(from - Math.min(2, from), studio.count(4, 1));
    assertEquals(to + Math.min(2, from), studio.count(6, 1));
    studio.drag(6, 4, 1, SWT.SHIFT);
    assertEquals(0, studio.count(6, 1));
    assertEquals(from + to, studio.count(4, 1));
    studio.click(4, 1);
    studio.key(SWT.DEL, 0);
    assertEquals(0, studio.count(4, 1));
    assertEquals(from + to, studio.reserve(1));
  }

  @Test
  void aLockedCellIsChangedByNothing() {
    studio.click(2, 1);
    studio.key('l', 0);
    assertTrue(studio.isLocked(2, 1), studio.said());
    int kept = studio.count(2, 1);
    studio.type("99");
    assertTrue(studio.said().endsWith("is locked; unlock the cell first."), studio.said());
    studio.slide("alpha", 900);
    Ui.waitUntil("the rows are dealt anew", () -> studio.model().undoName().orElse("").startsWith("Deal by"));
    assertEquals(kept, studio.count(2, 1));
    studio.key('l', 0);
    assertFalse(studio.isLocked(2, 1));
  }

  @Test
  void theKeyboardAloneSuffices() {
    studio.click(0, 0);
    studio.key(SWT.ARROW_DOWN, 0);
    studio.key(SWT.ARROW_RIGHT, 0);
    studio.type("25");
    assertEquals(25, studio.count(1, 1));
    studio.key('x', SWT.MOD1);
    studio.key(SWT.ARROW_DOWN, 0);
    int there = studio.count(2, 1);
    studio.key('v', SWT.MOD1 | SWT.SHIFT);
    assertEquals(0, studio.count(1, 1));
    assertEquals(there + 25, studio.count(2, 1));
    studio.key('+', 0);
    assertEquals(there + 35, studio.count(2, 1));
    studio.key('-', 0);
    assertEquals(there + 25, studio.count(2, 1));
    int clients = studio.clients().size();
    Ui.fillNextDialog("Split Client", "3", "OK");
    studio.key('s', 0);
    assertEquals(clients + 2, studio.clients().size());
    studio.clickName(0, 0);
    studio.key(SWT.ARROW_DOWN, SWT.SHIFT);
    studio.key('m', 0);
    assertEquals(clients + 1, studio.clients().size());
    Ui.fillNextDialog("Add Client", "Basel", "OK");
    studio.key(SWT.INSERT, 0);
    assertTrue(studio.clients().contains("Basel"));
    studio.key(SWT.DEL, SWT.SHIFT);
    assertFalse(studio.clients().contains("Basel"));
    while (studio.isDirty()) {
      workbench.execute(Command.UNDO);
    }
    assertEquals(start, studio.model().current());
  }

  @Test
  void aSlidersMoveIsSeenAndIsOneStep() {
    double before = studio.figure("jsd.mean");
    studio.slide("alpha", 900);
    studio.slide("alpha", 100);
    Ui.waitUntil("the rows are dealt anew", () -> studio.model().undoName().orElse("").startsWith("Deal by"));
    assertTrue(studio.figure("jsd.mean") > before, studio.skew());
    String alpha = studio.parameter("alpha");
    workbench.execute(Command.UNDO);
    assertEquals(start, studio.model().current());
    assertEquals(before, studio.figure("jsd.mean"));
    assertFalse(alpha.equals(studio.parameter("alpha")), "the slider goes back, too");
  }

  @Test
  void clientsAreFoundAndOrdered() {
    studio.search("client 1");
    assertTrue(studio.clients().stream().allMatch(name -> name.contains("client 1")), studio.clients().toString());
    studio.search("");
    studio.key('o', 0);
    studio.key('o', 0);
    List<String> bySize = studio.clients();
    int[] sizes = bySize.stream().mapToInt(name -> start.rowsOf(start.clients().indexOf(name)).length).toArray();
    assertTrue(sizes[0] >= sizes[sizes.length - 1], Arrays.toString(sizes));
  }

  /** The whole way: painted, locked, solved, undone fully, redone, saved, used, opened again, run. */
  @Test
  void aPartitionIsMadeSavedUsedAndOpenedAgain() throws IOException {
    studio.click(5, 4);
    studio.type("40");
    studio.key('l', 0);
    studio.solve("0.3", "0.03");
    Ui.waitUntil(() -> studio.outcome(), () -> studio.outcome().startsWith("All goals are met"));
    assertEquals(40, studio.count(5, 4), "locked cells stay as they are");
    Draft solved = studio.model().current();
    int steps = 0;
    while (studio.isDirty()) {
      workbench.execute(Command.UNDO);
      steps++;
    }
    assertEquals(3, steps);
    assertEquals(start, studio.model().current());
    for (int step = 0; step < steps; step++) {
      workbench.execute(Command.REDO);
    }
    assertEquals(solved, studio.model().current());

    Supplier<String> asked = Ui.answerNextDialog("Use the Partition", "Use It");
    studio.save();
    assertTrue(asked.get().contains("Is digits-mlp.yaml to use it"), asked.get());
    assertFalse(studio.canBeSaved());
    Path saved = workbench.window().getService(Workspace.class).experiments().resolve(studio.title());
    try {
      workbench.page().closeEditor(workbench.page().getActiveEditor(), false);
      assertTrue(workbench.editor().text().contains("manifest"), workbench.editor().text());
      Ui.waitUntil(() -> workbench.editor().verdict(), () -> workbench.editor().verdict().equals("Ready to run"));
      String name = saved.getFileName().toString();
      Ui.waitUntil(name + " is in the tree", () ->
          workbench.experiments().under("My experiments").stream().anyMatch(entry -> entry.equals(name)));
      workbench.experiments().open("My experiments", saved.getFileName().toString());
      studio = workbench.studio();
      assertEquals(List.of(), studio.notes());
      assertTrue(Arrays.equals(solved.clientOfRow(), studio.model().current().clientOfRow()));
      assertTrue(studio.isLocked(5, 4));
      assertEquals(solved.clients(), studio.model().current().clients());
    } finally {
      Files.delete(saved);
    }
  }

  @Test
  void goalsThatConflictAreNamed() {
    studio.showPage("Goals");
    studio.otherGoals("size 500.." + System.lineSeparator() + "reserve empty");
    studio.find();
    Ui.waitUntil(() -> studio.outcome(), () -> !studio.outcome().isEmpty());
    assertFalse(studio.outcome().startsWith("All goals are met"), studio.outcome());
    assertFalse(studio.isDirty());
  }

  private int[] column(int label) {
    return IntStream.range(0, start.clients().size())
        .map(client -> studio.count(client, label))
        .toArray();
  }

  private static int sum(int[] numbers) {
    return Arrays.stream(numbers).sum();
  }
}
