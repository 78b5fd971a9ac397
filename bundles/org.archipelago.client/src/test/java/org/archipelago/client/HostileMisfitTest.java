package org.archipelago.client;

import static org.archipelago.client.RawParticipant.assertRefused;
import static org.archipelago.client.RawParticipant.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.archipelago.data.Misfit;
import org.archipelago.engine.Session;
import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.InvitationMessage;
import org.archipelago.protocol.Messages;
import org.archipelago.protocol.MisfitMessage;
import org.archipelago.protocol.Protocol;
import org.archipelago.protocol.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages about files that do not fit which no good participant sends. */
@Timeout(60)
class HostileMisfitTest {

  @TempDir private Path folder;
  private Islands islands;
  private Session session;
  private RawParticipant raw;

  @BeforeEach
  void open() throws IOException {
    islands = new Islands(folder);
    session = islands.open(Islands.EXPERIMENT);
    raw = new RawParticipant(session);
  }

  @AfterEach
  void close() throws IOException, InterruptedException {
    raw.post(Protocol.LEAVE, "");
    session.close();
  }

  private HttpResponse<byte[]> misfit(String secret, int found, List<Misfit> misfits) throws Exception {
    return raw.post(
        Protocol.MISFIT,
        text(
            new MisfitMessage(
                new InvitationMessage(Protocol.VERSION, session.id(), secret, raw.token), found, misfits)));
  }

  @Test
  void filesThatDoNotFitAreToldByInvitationsOfTheSessionOnly() throws Exception {
    List<Misfit> missing = List.of(new Misfit("x", Misfit.Kind.MISSING));
    assertRefused(403, Code.UNKNOWN_INVITATION, misfit(Secrets.next(), 1, missing));
    assertTrue(
        session.refusals().stream().noneMatch(refusal -> refusal.reason().contains("column '")),
        session.refusals().toString());
  }

  @Test
  void whatIsToldOfAFileNamesColumnsOfTheSessionAndFewOfThem() throws Exception {
    String secret = InvitationCode.parse(session.invite().text()).secret();
    Misfit missing = new Misfit("x", Misfit.Kind.MISSING);
    List<List<Misfit>> wrong =
        List.of(
            List.of(),
            List.of(new Misfit("Jane Doe, HIV positive", Misfit.Kind.UNKNOWN_LABEL)),
            List.of(new Misfit("", Misfit.Kind.MISSING)),
            List.of(new Misfit("x", Misfit.Kind.NO_ROW_LEFT)),
            Collections.nCopies(Protocol.MOST_MISFITS + 1, missing));
    for (List<Misfit> misfits : wrong) {
      assertRefused(400, Code.MALFORMED, misfit(secret, 100, misfits));
    }
    assertRefused(400, Code.MALFORMED, misfit(secret, 0, List.of(missing)));
    String column = "x".repeat(Protocol.LONGEST_MESSAGE);
    raw.assertTooLarge(
        Protocol.ROOT + Protocol.MISFIT,
        raw.token,
        BodyPublishers.ofString(
            text(
                new MisfitMessage(
                    new InvitationMessage(Protocol.VERSION, session.id(), secret, raw.token), 1,
                    List.of(new Misfit(column, Misfit.Kind.MISSING))))));
    assertTrue(
        session.refusals().stream().noneMatch(refusal -> refusal.reason().contains("Jane")),
        session.refusals().toString());
    assertEquals(200, misfit(secret, 300, Collections.nCopies(Protocol.MOST_MISFITS, missing)).statusCode());
    String told = session.refusals().get(session.refusals().size() - 1).reason();
    assertTrue(told.endsWith("; and 280 more. The invitation stays good."), told);
  }

  @Test
  void aFloodOfFilesThatDoNotFitIsListedTenTimes() throws Exception {
    String secret = InvitationCode.parse(session.invite().text()).secret();
    List<Misfit> missing = List.of(new Misfit("y", Misfit.Kind.MISSING));
    for (int i = 0; i < 10; i++) {
      assertEquals(200, misfit(secret, 1, missing).statusCode());
    }
    for (int i = 0; i < 20; i++) {
      assertRefused(429, Code.TOO_MANY, misfit(secret, 1, missing));
    }
    assertEquals(10, session.refusals().size());
    islands.joined(session, "a.csv", "a");
    assertEquals(200, raw.join(10).statusCode(), "invitations stay good");
  }
}
