package org.archipelago.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.Schema;
import org.archipelago.data.SchemaColumn;
import org.archipelago.data.SchemaWords;
import org.archipelago.data.scaling.Affine;
import org.archipelago.data.table.FileFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invitations and messages, there and back, and what is refused. */
class ProtocolTest {

  private static final Catalog CATALOG = Catalog.load();
  private static final String SECRET = "abcdefghijklmnopqrstuvwxyz012345";

  @Test
  void anInvitationIsOneLineThatCanBeReadBack() {
    InvitationCode code = new InvitationCode(URI.create("http://127.0.0.1:4711/"), "s1a2b3c4", SECRET);
    assertEquals("archipelago-invite:http://127.0.0.1:4711/#s1a2b3c4." + SECRET, code.text());
    assertEquals(code, InvitationCode.parse(" \"" + code.text() + "\"\n"));
    InvitationCode six = new InvitationCode(URI.create("http://[::1]:4711/"), "s1a2b3c4", SECRET);
    assertEquals(six, InvitationCode.parse(six.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archipelago-invite:http://127.0.0.1:4711/#s1a2b3c4.abc",
        "archipelago-invite:",
        "archipelago-invite:ftp://host/#s1a2b3c4." + SECRET,
        "join archipelago-invite:http://host:1/#s1a2b3c4." + SECRET
      })
  void aCutInvitationIsRefused(String text) {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> InvitationCode.parse(text));
    assertTrue(
        e.getMessage().startsWith("invitation: The invitation is not whole, or something was added to it;"),
        e.getMessage());
  }

  @Test
  void whatIsNoInvitationIsRefused() {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> InvitationCode.parse("http://localhost"));
    assertEquals(
        "invitation: This is no invitation: one is a line that begins with archipelago-invite:.",
        e.getMessage());
  }

  @Test
  void secretsDifferAndAreCompared() {
    String one = Secrets.next();
    assertTrue(Secrets.wellFormed(one));
    assertNotEquals(one, Secrets.next());
    assertTrue(Secrets.same(one, one));
    assertFalse(Secrets.same(one, one.substring(1)));
    assertFalse(Secrets.wellFormed("short"));
  }

  @Test
  void aSessionComesBackWithItsBits() {
    Map<String, Object> training = new LinkedHashMap<>();
    training.put("rounds", 3);
    training.put("localEpochs", 2);
    training.put("batchSize", 7);
    training.put("gradientClip", 0.0);
    training.put("l1", 0.0);
    training.put("proximal", 0.0);
    training.put("schedule", "constant");
    training.put("warmUpRounds", 0);
    training.put("scheduleFactor", 0.5);
    training.put("scheduleEvery", 10);
    training.put("adversary", "none");
    training.put("adversaryRadius", 0.1);
    training.put("adversarySteps", 7);
    training.put("pruning", 0.0);
    training.put("pruningScope", "layer");
    training.put("pruningFrom", 1);
    training.put("pruningRounds", 1);
    training.put("judgedClients", 500);
    training.put("serverSteps", 0);
    training.put(
        "optimizer",
        new ComponentSpec(
            "sgd",
            new ParameterValues(
                Map.of("learningRate", 0.1, "momentum", 0.0, "nesterov", false, "weightDecay", 0.0))));
    ComponentSpec spec = new ComponentSpec("training", new ParameterValues(training));
    Schema schema =
        new Schema(
            Task.regression("price", "log(USD)"),
            false,
            List.of(
                new SchemaColumn("area", true, new Affine(1 / 3.0, 1e-17), true, 0.1f, List.of()),
                new SchemaColumn("ward", false, Affine.IDENTITY, false, 0, List.of("A", "missing"))),
            true,
            true,
            new Affine(Math.PI, 0.7),
            List.of(1, 3, 1),
            new SchemaWords("note", 40, true, List.of("the", "\"", "药")),
            new FileFormat("tab", "auto", "gb18030", "comma", false, List.of("auto", "-99"), List.of(), List.of()));
    ComponentMessage privacy = new ComponentMessage("dp-sgd", Map.of("clipNorm", 0.5, "noise", "secret"));
    SessionMessage message =
        new SessionMessage(
            1, "Prices", 3, Long.MIN_VALUE, schema, ComponentMessage.of(spec), ComponentMessage.of(spec),
            privacy, true, false);
    SessionMessage back = Messages.read(Messages.write(message), SessionMessage.class);
    assertEquals(schema, back.schema());
    assertEquals(message.seed(), back.seed());
    assertEquals(privacy, back.privacy());
    ComponentSpec decoded = back.training().toSpec(CATALOG, ComponentKind.TRAINING);
    assertEquals(7, decoded.parameters().integer("batchSize"));
    assertEquals(0.1, decoded.parameters().component("optimizer").parameters().number("learningRate"));
  }

  @Test
  void aComponentThatThisProgramLacksIsRefused() {
    ComponentMessage unknown = new ComponentMessage("transformer", Map.of());
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> unknown.toSpec(CATALOG, ComponentKind.MODEL));
    assertEquals(
        "model: The session uses the model 'transformer', which this program does not have; use the client"
            + " of the coordinator's version.",
        e.getMessage());
  }

  @Test
  void aParameterOutOfRangeIsRefused() {
    ComponentMessage wrong =
        new ComponentMessage("training", Map.of("rounds", 3, "localEpochs", 0, "batchSize", 1));
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> wrong.toSpec(CATALOG, ComponentKind.TRAINING));
    assertTrue(e.getMessage().contains("'localEpochs' of 'training' as 0, but"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "[]", "nonsense", "{\"name\":null}", "{}", "{\"name\":[1]}", "{\"name\":\"a\"} trailing"
      })
  void whatIsNoMessageIsRefused(String json) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Messages.read(json.getBytes(StandardCharsets.UTF_8), JoinedMessage.class));
    assertTrue(e.getMessage().startsWith("This is no JoinedMessage in JSON: "), e.getMessage());
  }

  @Test
  void whatAnOlderSideDoesNotKnowIsPassedOver() {
    assertEquals(
        new JoinedMessage("a"),
        Messages.read("{\"name\":\"a\",\"colour\":3}".getBytes(StandardCharsets.UTF_8), JoinedMessage.class));
  }

  @Test
  void figuresComeBackAndAreHeldToTheirRanges() {
    UpdateFigures figures = UpdateFigures.plain(12, 0.1 + 0.2, 3.5);
    assertEquals(figures, UpdateFigures.of(figures.toMetadata()));
    UpdateFigures hidden = UpdateFigures.hidden(12, 3.5, 1.25);
    assertEquals(hidden, UpdateFigures.of(hidden.toMetadata()));
    assertFalse(hidden.toMetadata().containsKey("loss"));
    for (Map<String, String> wrong :
        List.of(
            Map.<String, String>of(),
            Map.of("steps", "0", "loss", "1", "seconds", "1"),
            Map.of("steps", "1", "loss", "NaN", "seconds", "1"),
            Map.of("steps", "1", "seconds", "1", "epsilon", "-1"),
            Map.of("steps", "1", "seconds", "1", "epsilon", "Infinity"),
            Map.of("steps", "1", "loss", "1", "seconds", "-1"))) {
      assertThrows(IllegalArgumentException.class, () -> UpdateFigures.of(wrong), wrong::toString);
    }
  }
}
