package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.RunListener;
import org.archipelago.engine.Session;
import org.archipelago.engine.SessionOptions;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may join and who may not, as the participant's console and the session's list tell it. */
@Timeout(60)
class InvitationTest {

  @TempDir private Path folder;
  private Islands islands;

  @BeforeEach
  void makeData() throws IOException {
    islands = new Islands(folder);
  }

  private Cli join(String invitation, String data) {
    return Cli.run(
        "join", invitation, "--data", folder.resolve(data).toString(), "--name", "Hospital A", "--state",
        folder.resolve("state").toString());
  }

  private static void assertRefused(Session session, String expected, Cli answer) {
    assertEquals(expected, answer.err());
    assertEquals(1, answer.code());
    assertEquals(expected, session.refusals().get(session.refusals().size() - 1).reason());
    assertEquals("127.0.0.1", session.refusals().get(session.refusals().size() - 1).who());
  }

  @Test
  void aUsedInvitationIsRefusedAndTheListTellsWhoUsedIt() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      islands.joined(session, "a.csv", "first");
      assertEquals(Optional.of("first"), session.invitations().get(0).usedBy());
      assertRefused(
          session,
          "This invitation was used already; it works once. Ask for another one.",
          join(session.invitations().get(0).text(), "b.csv"));
      assertEquals(1, session.participants().size());
    }
  }

  @Test
  void anInvitationOfAnotherSessionIsRefused() throws IOException {
    try (Session one = islands.open(Islands.EXPERIMENT);
        Session other = islands.open(Islands.EXPERIMENT)) {
      InvitationCode theirs = InvitationCode.parse(one.invite().text());
      assertRefused(
          other,
          "This invitation belongs to another session than the one at this address. Ask whoever invited you"
              + " for a new one.",
          join(new InvitationCode(other.address(), theirs.session(), theirs.secret()).text(), "a.csv"));
      assertRefused(
          other,
          "The session never issued this invitation. Copy it again, whole, or ask for a new one.",
          join(new InvitationCode(other.address(), other.id(), theirs.secret()).text(), "a.csv"));
    }
  }

  @Test
  void aMadeUpSecretIsRefused() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      session.invite();
      assertRefused(
          session,
          "The session never issued this invitation. Copy it again, whole, or ask for a new one.",
          join(new InvitationCode(session.address(), session.id(), Secrets.next()).text(), "a.csv"));
    }
  }

  @Test
  void nobodyNewJoinsARunThatHasBegunOrIsOver() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      String invitation = session.invite().text();
      session.begin(2);
      assertRefused(
          session,
          "The run has begun, so nobody new can join. Ask for an invitation to the next one.",
          join(invitation, "a.csv"));
    }
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      String invitation = session.invite().text();
      islands.run(session, new RunListener() {}).await();
      assertRefused(
          session, "The session is closed. The run is over.", join(invitation, "a.csv"));
      assertThrows(IllegalStateException.class, () -> session.begin(2));
    }
  }

  @Test
  void aClosedSessionDoesNotAnswer() throws IOException {
    Session session = islands.open(Islands.EXPERIMENT);
    String invitation = session.invite().text();
    session.close();
    session.close();
    Cli answer = join(invitation, "a.csv");
    assertEquals(
        "No session answers at %s (connection refused). It may be closed, or the network between may be down: ask whoever invited you."
            .formatted(InvitationCode.parse(invitation).address()),
        answer.err());
    assertEquals(3, answer.code());
  }

  @Test
  void closingASessionTellsWhoeverWaits() throws IOException {
    Session session = islands.open(Islands.EXPERIMENT);
    var end = islands.joined(session, "a.csv", "a");
    session.close();
    assertEquals("It was closed.", end.join());
  }

  @Test
  void whoeverComesBackMustBringTheSameFile() throws Exception {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      ClientOptions options = islands.options(session, "a.csv", "a");
      Thread first = new Thread(() -> runQuietly(options));
      first.start();
      Islands.await(session, s -> s.participants().size() == 1);
      first.interrupt();
      first.join();
      ClientOptions otherFile =
          new ClientOptions(
              options.invitation(), folder.resolve("b.csv"), "a", options.stateFolder(), options.retries());
      RefusedException refused =
          assertThrows(
              RefusedException.class,
              () -> new RemoteClient(otherFile, Islands.CATALOG, ClientListener.NONE).run());
      assertEquals(
          "You joined with 40 rows, but come back with 60. Come back with the same file.",
          refused.getMessage());
      CompletableFuture<String> joined = new CompletableFuture<>();
      CompletableFuture<String> end =
          Islands.join(
              options,
              new ClientListener() {
                @Override
                public void joined(String name) {
                  joined.complete(name);
                }
              });
      assertEquals("a", joined.get());
      session.close();
      assertEquals("It was closed.", end.get());
      assertEquals(1, session.participants().size());
    }
  }

  private static void runQuietly(ClientOptions options) {
    assertThrows(
        UnreachableException.class,
        () -> new RemoteClient(options, Islands.CATALOG, ClientListener.NONE).run());
  }

  @Test
  void aNameThatCannotBePrintedIsRefused() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      Cli answer =
          Cli.run(
              "join", session.invite().text(), "--data", folder.resolve("a.csv").toString(), "--name",
              "a\u001b[2J", "--state", folder.resolve("state").toString());
      assertEquals(
          "A participant's name has 1 to 80 printable characters; choose another one with --name.",
          answer.err());
    }
  }

  @Test
  void aCutInvitationIsRefusedBeforeAnythingIsSent() {
    Cli answer = join("archipelago-invite:http://127.0.0.1:1/#abc", "a.csv");
    assertEquals(1, answer.code());
    assertTrue(answer.err().startsWith("invitation: The invitation is not whole"), answer.err());
  }

  @Test
  void aWrongCommandLineIsNotTakenForAnythingElse() {
    assertEquals(2, Cli.run("join").code());
    assertEquals(2, Cli.run().code());
    assertTrue(Cli.run("--help").out().contains("the session does not answer"));
    assertTrue(Cli.run("join", "--help").out().contains("The file stays here: what is sent"));
  }

  @Test
  void aPortInUseIsNamedWithWhatToDo() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      SessionOptions taken =
          SessionOptions.DEFAULT.withAddress("127.0.0.1", session.address().getPort());
      InvalidInputException e =
          assertThrows(InvalidInputException.class, () -> islands.open(Islands.EXPERIMENT, taken));
      assertEquals(
          "port: Port %d on 127.0.0.1 is in use by another program or session; close that one, choose another port, or 0 to have a free one chosen."
              .formatted(session.address().getPort()),
          e.getMessage());
    }
  }

  @Test
  void anAddressOfAnotherMachineIsRefused() {
    SessionOptions elsewhere = SessionOptions.DEFAULT.withAddress("192.0.2.1", 0);
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> islands.open(Islands.EXPERIMENT, elsewhere));
    assertEquals(
        "address: '192.0.2.1' is no address of this machine; use 127.0.0.1, or 0.0.0.0 for all.",
        e.getMessage());
  }

  @Test
  void onlyASessionThatOthersCanReachWarnsThatNothingIsEncrypted() throws IOException {
    try (Session here = islands.open(Islands.EXPERIMENT)) {
      assertEquals(Optional.empty(), here.warning());
      assertEquals("127.0.0.1", here.address().getHost());
    }
    try (Session all = islands.open(Islands.EXPERIMENT, SessionOptions.DEFAULT.withAddress("0.0.0.0", 0))) {
      assertTrue(all.warning().orElseThrow().startsWith("Nothing on the way is encrypted yet"));
      assertFalse(all.address().getHost().equals("0.0.0.0") && hasNetwork(), all.address().toString());
    }
  }

  private static boolean hasNetwork() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .anyMatch(a -> a instanceof Inet4Address && !a.isLoopbackAddress() && !a.isLinkLocalAddress());
  }
}
