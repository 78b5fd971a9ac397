package org.archipelago.ui.tests.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The Session view. */
public final class SessionPage {

  private static final int INVITATION_TEXT = 2;

  private final Composite view;

  SessionPage(Composite view) {
    this.view = view;
  }

  /** Waits until a text that contains this can be read. */
  public void waitFor(String text) {
    Ui.waitUntil(
        () -> "'" + text + "' in the Session view, which says " + Ui.texts(view),
        () -> Ui.texts(view).stream().anyMatch(line -> line.contains(text)));
  }

  /** Waits until a participant's line begins like that. */
  public void waitForParticipant(String beginning) {
    waitForLine("Participant", beginning);
  }

  /** Waits until something happened that contains this. */
  public void waitForEvent(String text) {
    Ui.waitUntil(
        () -> "'" + text + "' among " + lines("Time"),
        () -> lines("Time").stream().anyMatch(line -> line.contains(text)));
  }

  /** Waits until an invitation's line begins like that. */
  public void waitForInvitation(String beginning) {
    waitForLine("No.", beginning);
  }

  private void waitForLine(String head, String beginning) {
    Ui.waitUntil(
        () -> "'" + beginning + "' among " + lines(head),
        () -> lines(head).stream().anyMatch(line -> line.startsWith(beginning)));
  }

  /** The invitation of that number, from 1, as it is handed over. */
  public String invitation(int number) {
    waitForInvitation(number + " | ");
    return table("No.").getItem(number - 1).getText(INVITATION_TEXT);
  }

  private List<String> lines(String head) {
    List<String> lines = new ArrayList<>();
    for (TableItem item : table(head).getItems()) {
      lines.add(
          IntStream.range(0, item.getParent().getColumnCount())
              .mapToObj(item::getText)
              .collect(Collectors.joining(" | ")));
    }
    return lines;
  }

  private Table table(String head) {
    return Ui.all(view, Table.class).stream()
        .filter(table -> table.getColumn(0).getText().equals(head))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table " + head));
  }
}
