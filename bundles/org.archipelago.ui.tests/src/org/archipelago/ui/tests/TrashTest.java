package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.archipelago.ui.workbench.Trash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @TempDir private Path folder;

  @Test
  void onlyWhatWasDeletedLongAgoIsRemoved() throws IOException {
    Path old = deleted("2026-10-21/run/rounds.jsonl");
    Path kept = deleted("2026-10-22/run/rounds.jsonl");
    Path today = deleted("2026-11-21/mine.yaml");
    Path future = deleted("2027-01-01/mine.yaml");
    Path other = deleted("put-here-by-hand/mine.yaml");
    new Trash(folder).empty(TODAY);
    assertFalse(Files.exists(old.getParent().getParent()), "31 days");
    assertTrue(Files.exists(kept), "30 days");
    assertTrue(Files.exists(today));
    assertTrue(Files.exists(future), "the clock was wrong then, or is now");
    assertTrue(Files.exists(other));
  }

  @Test
  void whatALinkLeadsToStays() throws IOException {
    Path data = deleted("elsewhere/data.csv");
    Path link = folder.resolve("2020-01-01");
    Files.createDirectory(link);
    Files.createSymbolicLink(link.resolve("data"), data.getParent());
    new Trash(folder).empty(TODAY);
    assertFalse(Files.exists(link));
    assertTrue(Files.exists(data));
  }

  @Test
  void noTrashIsNoTrouble() throws IOException {
    new Trash(folder.resolve("none")).empty(TODAY);
  }

  @Test
  void everythingDeletedHasAPlaceOfItsOwn() throws IOException {
    Trash trash = new Trash(folder);
    Path first = trash.placeFor(Path.of("experiments", "mine.yaml"));
    assertEquals(folder.resolve(LocalDate.now(ZoneOffset.UTC).toString()), first.getParent());
    Files.createDirectories(first.getParent());
    Files.createFile(first);
    assertEquals("2-mine.yaml", trash.placeFor(Path.of("mine.yaml")).getFileName().toString());
  }

  private Path deleted(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "kept");
  }
}
