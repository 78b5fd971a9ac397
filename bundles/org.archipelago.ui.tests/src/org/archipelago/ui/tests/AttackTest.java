package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.core.RunState;
import org.archipelago.ui.tests.pages.EditorPage;
import org.archipelago.ui.tests.pages.FieldsPage;
import org.archipelago.ui.tests.pages.FormsPage;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyst lets some clients attack, and sees everywhere that they do. */
class AttackTest {

  private static final String WHO = "3 of 10 clients attack from round 2 on (sign-flipping)";

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final RunService runs = workbench.window().getService(RunService.class);
  private final RunPage run = workbench.run();
  private EditorPage editor;
  private FieldsPage attack;

  @BeforeEach
  void openThePageOfAttacks() {
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", "digits-mlp");
    editor = workbench.editor();
    FormsPage forms = editor.forms();
    attack = forms.open("Attack");
  }

  @AfterEach
  void endEverything() {
    runs.live().forEach(LiveRun::stop);
    Ui.waitUntil("no run is under way", () -> runs.live().isEmpty());
    workbench.closeEditors();
  }

  @Test
  void mostExperimentsAreNotAttacked() {
    assertTrue(attack.isChosen("attack", "none"));
    assertFalse(editor.text().contains("attack"));
    assertFalse(editor.isDirty());
  }

  @Test
  void anAttackSaysWhatItDoesAndIsWrittenIntoTheFile() {
    attack.choose("attack", "alie");
    Ui.waitUntil("its rule is there", () -> attack.detail("formula").startsWith("send μ + z σ"));
    assertTrue(attack.detail("source").startsWith("Baruch"), attack.detail("source"));
    assertTrue(editor.text().contains("attack: {id: alie}"), editor.text());
    attack.choose("attack", "none");
    Ui.waitUntil("no field is left", () -> !attack.has("attack.fraction"));
    Ui.waitUntil(editor::verdict, () -> editor.verdict().equals("Ready to run"));
  }

  @Test
  void moreAttackersThanClientsAreRefusedAtTheirField() {
    attack.choose("attack", "sign-flipping");
    Ui.waitUntil("its fields are there", () -> attack.has("attack.count"));
    attack.type("attack.count", "11");
    Ui.waitUntil(
        () -> attack.mistake("attack.count"),
        () -> attack.mistake("attack.count").startsWith("Found 11, but there are 10 simulated clients"));
  }

  @Test
  void whoAttacksIsSaidByHeaderTableLogAndCharts() {
    attack.choose("attack", "sign-flipping");
    Ui.waitUntil("its fields are there", () -> attack.has("attack.count"));
    attack.type("attack.factor", "4");
    attack.type("attack.count", "3");
    attack.select("attack.choice", "first");
    attack.type("attack.fromRound", "2");
    String old = editor.text().lines().filter(line -> line.contains("rounds: ")).findFirst().orElseThrow();
    editor.replace("rounds: " + old.replaceFirst(".*rounds: (\\d+).*", "$1"), "rounds: 4");
    workbench.startRun();
    run.waitForState(RunState.COMPLETED);
    run.waitFor(WHO);

    run.tab("Clients");
    Ui.waitUntil("clients are listed", () -> run.clients() == 10);
    run.filterClients("attacker");
    Ui.waitUntil("three of them attack", () -> run.clients() == 3);
    Ui.waitUntil(
        () -> run.client(0).toString(), () -> run.client(0).get(1).equals("attacker · trained"));
    assertEquals(List.of("client 1", "client 2", "client 3"), run.clientNames());
    run.filterClients("");
    Ui.waitUntil("all are there again", () -> run.clients() == 10);
    Ui.waitUntil(() -> run.client(9).toString(), () -> run.client(9).get(1).equals("trained"));

    run.chooseLine(0);
    Ui.waitUntil(
        () -> run.curves("Loss").toString(), () -> run.curves("Loss").contains("client 1 (attacker)"));
    run.tab("Log");
    run.waitForLine(WHO);
    Ui.waitUntil(
        "the tree says it, too",
        () -> {
          List<String> listed = workbench.experiments().runs("Samples", "digits-mlp");
          return !listed.isEmpty() && listed.getFirst().contains("Completed, under attack");
        });
  }
}
