package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.archipelago.core.RunState;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.export.ExportHandler;
import org.archipelago.ui.workbench.export.ExportModelHandler;
import org.archipelago.ui.workbench.export.ExportReportHandler;
import org.archipelago.ui.workbench.run.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file dialogs are the system's own and are left out: what follows them is tested. */
class ExportTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final RunPage run = workbench.run();
  private Path record;

  @TempDir private Path folder;

  @BeforeEach
  void runASample() {
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", "wdbc-hospitals");
    workbench.startRun();
    RunService runs = workbench.window().getService(RunService.class);
    run.waitForState(RunState.COMPLETED);
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
    Ui.waitUntil("there is something to export", () -> workbench.isEnabled(Command.EXPORT_MODEL));
    record = workbench.window().getService(Workspace.class).runs().resolve(run.id());
  }

  @AfterEach
  void closeEditors() {
    workbench.closeEditors();
  }

  @Test
  void theModelIsTheRecordsOwn() throws IOException {
    Path file = folder.resolve("model.safetensors");
    String said = export(new ExportModelHandler(), "Export Model", file);
    assertTrue(said.contains(file.toString()), said);
    assertArrayEquals(Files.readAllBytes(record.resolve("model.safetensors")), Files.readAllBytes(file));
  }

  @Test
  void theReportIsOneHtmlFileAndAlsoLiesInTheRecord() throws IOException {
    Path file = folder.resolve("report.html");
    export(new ExportReportHandler(), "Export Report", file);
    String html = Files.readString(file);
    assertTrue(html.contains("<svg"), "the report has charts");
    assertTrue(html.contains("Breast cancer"), "the report names the experiment");
    assertTrue(Files.exists(record.resolve("report.html")), "the record has a report of its own");
  }

  @Test
  void aFileThatIsThereIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("model.safetensors"), "old");
    export(new ExportModelHandler(), "Export Model", file);
    assertTrue(Files.size(file) > 3);
    assertEquals(1, files(folder), "nothing else is left behind");
  }

  @Test
  void aFolderThatIsMissingIsNamedWithAdvice() throws IOException {
    Path file = folder.resolve("nowhere").resolve("model.safetensors");
    String said = export(new ExportModelHandler(), "Export Model", file);
    assertTrue(said.contains(file.toString()), said);
    assertTrue(said.contains("there is no such folder. Choose one that exists."), said);
  }

  /** In /sys not even an administrator can make a file. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatIsReadOnlyIsNamedWithAdvice() {
    Path readOnly = Path.of("/sys");
    Path file = readOnly.resolve("model.safetensors");
    Supplier<String> said = Ui.answerNextDialog("Export Model", "OK");
    new ExportModelHandler().export(workbench.window(), run.id(), file);
    assertTrue(said.get().startsWith("Nothing was written to " + file), said.get());
    assertTrue(said.get().contains("Choose a folder that you may write to"), said.get());
  }

  @Test
  void aPlaceThatCannotBeWrittenToLeavesWhatWasThere() throws IOException {
    Path file = Files.createDirectory(folder.resolve("model.safetensors"));
    Files.writeString(file.resolve("precious"), "kept");
    String said = export(new ExportModelHandler(), "Export Model", file);
    assertTrue(said.startsWith("Nothing was written to " + file), said);
    assertEquals("kept", Files.readString(file.resolve("precious")));
    assertEquals(1, files(folder), "nothing half-written is left behind");
  }

  private String export(ExportHandler handler, String title, Path file) {
    String button = Files.exists(file.getParent()) && !Files.isDirectory(file) ? "Close" : "OK";
    Supplier<String> said = Ui.answerNextDialog(title, button);
    handler.export(workbench.window(), run.id(), file);
    return said.get();
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
