package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.engine.Refusal;
import org.archipelago.engine.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that do not fit a session: what whoever holds them is told, and what the session hears. */
@Timeout(60)
class UnfitFileTest {

  @TempDir private Path folder;
  private Islands islands;
  private Session session;
  private String invitation;

  @BeforeEach
  void open() throws IOException {
    islands = new Islands(folder);
    session = islands.open(Islands.EXPERIMENT);
    invitation = session.invite().text();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Cli cli(String command, String csv, String... more) throws IOException {
    Files.writeString(folder.resolve("mine.csv"), csv);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command, invitation, "--data", folder.resolve("mine.csv").toString(), "--state",
                folder.resolve("state").toString()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private Cli join(String csv, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--name", "Hospital A"));
    arguments.addAll(List.of(more));
    return cli("join", csv, arguments.toArray(String[]::new));
  }

  private String heard() {
    assertEquals(1, session.refusals().size(), session.refusals().toString());
    Refusal only = session.refusals().get(0);
    assertEquals("Invitation 1", only.who());
    return only.reason();
  }

  @Test
  void aMissingColumnIsToldHereAndThereAndTheInvitationStaysGood() throws IOException {
    Cli answer = join("x,z,label\n1,2,left\n");
    assertEquals(1, answer.code());
    assertEquals(
        folder.resolve("mine.csv")
            + ":1: Column 'y' is missing, and the experiment needs it. Did you mean 'x'? The file has x, z,"
            + " label.",
        answer.err());
    assertEquals(
        "The session was told, and nothing else of the file: Unfit file: column 'y' is missing.",
        answer.out().strip());
    assertEquals("Unfit file: column 'y' is missing. The invitation stays good.", heard());
    assertEquals(List.of(), session.participants());
    assertFalse(Files.exists(folder.resolve("state")), "there is nothing to come back to");
    islands.joined(session, "a.csv", "a");
    assertEquals(1, session.participants().size());
  }

  @Test
  void noCellAndNoNameThatOnlyTheFileHasReachesTheSession() throws IOException {
    Cli answer = join("x,y,SSN,label\n1,2,078-05-1120,left\nJane Doe,3,1,right\n");
    assertTrue(answer.err().contains("Column 'x' is 'Jane Doe' here"), answer.err());
    assertEquals(
        "Unfit file: column 'x' has a text where a number must be. The invitation stays good.",
        heard());
  }

  @Test
  void anUnknownLabelIsNotNamed() throws IOException {
    Cli answer = join("x,y,label\n1,2,HIV positive\n");
    assertTrue(
        answer.err().contains("Column 'label' is 'HIV positive' here, which is no label"), answer.err());
    assertEquals(
        "Unfit file: column 'label' has a label that the session does not know. The invitation"
            + " stays good.",
        heard());
  }

  @Test
  void aFileWithNoRowLeftIsToldWithoutAColumn() throws IOException {
    join("x,y,label\n1,2,\n");
    assertEquals(
        "Unfit file: no row has a target and all values that must be there. The invitation stays"
            + " good.",
        heard());
  }

  @Test
  void whoeverHoldsTheFileCanKeepItToThemselves() throws IOException {
    Cli answer = join("x,z,label\n1,2,left\n", "--no-report");
    assertEquals(1, answer.code());
    assertEquals("", answer.out());
    assertEquals(List.of(), session.refusals());
  }

  @Test
  void aFileThatCannotBeReadIsNobodysBusiness() throws IOException {
    Cli answer = Cli.run("join", invitation, "--data", folder.resolve("none.csv").toString(), "--name", "A");
    assertTrue(answer.err().contains("There is no such file"), answer.err());
    assertEquals(List.of(), session.refusals());
  }

  @Test
  void checkingTellsWhetherAFileFitsAndTheSessionNothing() throws IOException {
    Cli wrong = cli("check", "x,z,label\n1,2,left\n");
    assertEquals(1, wrong.code());
    assertTrue(wrong.err().contains(":1: Column 'y' is missing"), wrong.err());
    Cli right = cli("check", "x,y,extra,label\n1,2,3,left\n2,3,4,\n");
    assertEquals("", right.err());
    assertEquals(0, right.code());
    assertTrue(right.out().startsWith("Session: Two blobs, at http://127.0.0.1:"), right.out());
    assertTrue(right.out().contains("Your file: 1 row of "), right.out());
    assertTrue(right.out().contains("Not used, since the experiment has no such column: extra."), right.out());
    assertTrue(right.out().endsWith("as good as before." + System.lineSeparator()), right.out());
    assertFalse(right.out().contains("What leaves this machine"), right.out());
    assertEquals(List.of(), session.refusals());
    assertEquals(List.of(), session.participants());
    islands.joined(session, "a.csv", "a");
  }
}
