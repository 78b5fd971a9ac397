package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.tests.pages.EditorPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.LineDiff;
import org.archipelago.ui.workbench.editor.LineDiff.Line;
import org.archipelago.ui.workbench.editor.LineDiff.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An experiment file that another program changes or removes while it is open. */
class ChangedOutsideTest {

  private static final String OWN = "My experiments";
  private static final String NAME = "shared.yaml";
  private static final String TITLE = "Changed Outside";

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final Workspace workspace = workbench.window().getService(Workspace.class);
  private final Path file = workspace.experiments().resolve(NAME);
  private EditorPage editor;
  private String text;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(workspace.experiments());
    text = SampleExperiments.find("wdbc-hospitals").orElseThrow().text();
    Files.writeString(file, text);
    workspace.changed();
    Ui.waitUntil("it is listed", () -> workbench.experiments().under(OWN).contains(NAME));
    workbench.experiments().open(OWN, NAME);
    editor = workbench.editor();
  }

  @AfterEach
  void remove() throws IOException {
    workbench.closeEditors();
    Files.deleteIfExists(file);
    workspace.changed();
  }

  @Test
  void whatWasNotChangedHereIsLoadedQuietly() throws IOException {
    String theirs = text.replace("seed: 42", "seed: 7");
    Files.writeString(file, theirs);
    Ui.waitUntil("it is loaded", () -> editor.text().equals(theirs));
    assertFalse(editor.isDirty());
    assertEquals("7", editor.forms().open("Data").value("seed"));
  }

  @Test
  void whatWasChangedHereIsKeptIfTheUserSaysSo() throws IOException {
    editor.replace("seed: 42", "seed: 1");
    String mine = editor.text();
    Supplier<String> said = Ui.answerNextDialog(TITLE, "Keep Mine");
    Files.writeString(file, text.replace("seed: 42", "seed: 7"));
    assertTrue(said.get().contains("shared.yaml was changed by another program"), said.get());
    assertEquals(mine, editor.text());
    assertTrue(editor.isDirty());
    editor.save();
    assertEquals(mine, Files.readString(file));
    assertFalse(editor.isDirty());
  }

  @Test
  void theirsIsLoadedIfTheUserSaysSoAndUndoBringsMineBack() throws IOException {
    editor.replace("seed: 42", "seed: 1");
    String mine = editor.text();
    String theirs = text.replace("seed: 42", "seed: 7");
    Supplier<String> said = Ui.answerNextDialog(TITLE, "Load Theirs");
    Files.writeString(file, theirs);
    assertTrue(said.get().contains("Undo brings your text back"), said.get());
    Ui.waitUntil("theirs is loaded", () -> editor.text().equals(theirs));
    assertFalse(editor.isDirty());
    editor.undo();
    assertEquals(mine, editor.text());
    assertTrue(editor.isDirty());
  }

  @Test
  void aFileThatIsGoneIsSavedAgain() throws IOException {
    Files.delete(file);
    Ui.waitUntil(
        editor::note,
        () -> editor.note().equals("shared.yaml is no longer in its folder. Save brings it back."));
    assertTrue(editor.isDirty(), "it can be saved");
    editor.save();
    assertEquals(text, Files.readString(file));
    assertFalse(editor.isDirty());
    assertEquals("", editor.note());
  }

  @Test
  void aFileThatCannotBeReadAnyMoreIsToldWithTheReason() throws IOException {
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 'x'});
    Ui.waitUntil(editor::note, () -> editor.note().contains("The file is not UTF-8 text"));
    assertEquals(text, editor.text());
    editor.save();
    assertEquals(text, Files.readString(file));
    assertEquals("", editor.note());
  }

  @Test
  void differencesAreShownLineByLine() {
    assertEquals(
        List.of(
            new Line(Side.BOTH, "a"),
            new Line(Side.MINE, "b"),
            new Line(Side.THEIRS, "c"),
            new Line(Side.THEIRS, "d"),
            new Line(Side.BOTH, "e")),
        LineDiff.of("a\nb\ne\n", "a\nc\nd\ne"));
    assertEquals(List.of(), LineDiff.of("", ""));
    assertEquals(List.of(new Line(Side.THEIRS, "x")), LineDiff.of("", "x\n"));
  }
}
