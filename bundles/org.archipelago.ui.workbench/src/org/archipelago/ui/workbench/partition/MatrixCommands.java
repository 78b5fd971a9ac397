package org.archipelago.ui.workbench.partition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Edits;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;

/** What can be done with the partition in the matrix, by mouse, key, button or menu alike. */
final class MatrixCommands implements MatrixGestures {

  private final MatrixPage page;
  private final StudioModel model;
  private final MatrixCanvas canvas;
  private final Brush brush = new Brush();
  private final Map<Cell, Integer> stroke = new LinkedHashMap<>();
  private MatrixView beforeStroke;
  private Optional<MatrixSelection> pickedUp = Optional.empty();

  MatrixCommands(MatrixPage page, StudioModel model, MatrixCanvas canvas) {
    this.page = page;
    this.model = model;
    this.canvas = canvas;
  }

  Brush brush() {
    return brush;
  }

  @Override
  public boolean paints() {
    return brush.isDown();
  }

  @Override
  public void dab(Cell cell, boolean take) {
    if (cell.client() == Draft.NOBODY || canvas.view().isLocked(cell)) {
      model.say(cell.client() == Draft.NOBODY ? StudioMessages.said_paintReserve : StudioMessages.words_locked);
      return;
    }
    if (stroke.isEmpty()) {
      beforeStroke = canvas.view();
    }
    Optional<Integer> before = Optional.ofNullable(stroke.get(cell));
    stroke.put(cell, brush.target(beforeStroke.count(cell), take));
    if (model.tryOut(Edits.setCounts(stroke))) {
      model.say(MatrixWords.of(canvas.view(), cell));
    } else {
      before.ifPresentOrElse(count -> stroke.put(cell, count), () -> stroke.remove(cell));
    }
  }

  @Override
  public void lift() {
    if (!stroke.isEmpty()) {
      Map<Cell, Integer> painted = Map.copyOf(stroke);
      stroke.clear();
      model.perform(Edits.setCounts(painted));
    }
  }

  @Override
  public void hold(MatrixSelection held, int client, boolean all) {
    int rows = Moves.of(canvas.view(), held, client, all ? Integer.MAX_VALUE : brush.rows()).rows();
    model.say(NLS.bind(
        all ? StudioMessages.said_holdAll : StudioMessages.said_hold,
        new Object[] {MatrixWords.rows(rows), words(held), MatrixWords.name(canvas.view(), client)}));
  }

  private String words(MatrixSelection held) {
    return held.clients().size() == 1
        ? MatrixWords.name(canvas.view(), held.clients().first())
        : MatrixHeads.clients(held.clients().size());
  }

  @Override
  public void drop(MatrixSelection held, int client, boolean all) {
    Moves moves = Moves.of(canvas.view(), held, client, all ? Integer.MAX_VALUE : brush.rows());
    if (moves.rows() == 0) {
      model.say(StudioMessages.said_nothingToMove);
    } else {
      model.perform(moves.edit());
    }
  }

  @Override
  public void type(Cell cell, String number) {
    String digits = number.replace(",", "").strip();
    if (digits.isEmpty() || digits.length() > 9) {
      return;
    }
    int count = Integer.parseInt(digits);
    if (cell.client() == Draft.NOBODY) {
      model.say(StudioMessages.said_paintReserve);
    } else if (count != canvas.view().count(cell)) {
      model.perform(Edits.setCount(cell, count));
    }
  }

  @Override
  public boolean press(int keyCode, char character, int modifiers) {
    return page.actions().press(keyCode, character, modifiers);
  }

  @Override
  public void chosen(MatrixSelection selection) {
    page.chosen();
  }

  /** Gives rows to every chosen cell, or takes some. */
  void give(boolean take) {
    Map<Cell, Integer> counts = new LinkedHashMap<>();
    for (Cell cell : chosenCells()) {
      counts.put(cell, brush.target(canvas.view().count(cell), take));
    }
    if (!counts.isEmpty()) {
      model.perform(Edits.setCounts(counts));
    }
  }

  private List<Cell> chosenCells() {
    MatrixSelection chosen = canvas.selection();
    return chosen == null
        ? List.of()
        : chosen.cells().stream().filter(cell -> cell.client() != Draft.NOBODY).toList();
  }

  /** Chosen clients, without the reserve. */
  List<Integer> chosenClients() {
    MatrixSelection chosen = canvas.selection();
    return chosen == null
        ? List.of()
        : chosen.clients().stream().filter(client -> client != Draft.NOBODY).toList();
  }

  /** What is chosen goes to the reserve. */
  void empty() {
    if (!chosenCells().isEmpty()) {
      drop(canvas.selection(), Draft.NOBODY, true);
    }
  }

  void pickUp() {
    pickedUp = Optional.ofNullable(canvas.selection());
    pickedUp.ifPresent(held -> model.say(NLS.bind(StudioMessages.said_pickedUp, words(held))));
  }

  void putDown(boolean all) {
    if (pickedUp.isEmpty() || canvas.selection() == null) {
      model.say(StudioMessages.said_nothingPickedUp);
    } else if (isThere(pickedUp.get())) {
      drop(pickedUp.get(), canvas.selection().cursor().client(), all);
    }
  }

  private boolean isThere(MatrixSelection held) {
    return held.clients().last() < canvas.view().draft().clients().size();
  }

  /** Locks what is chosen, or unlocks it where all of it is locked. */
  void lock() {
    List<Cell> cells = chosenCells();
    if (!cells.isEmpty()) {
      boolean all = cells.stream().allMatch(canvas.view()::isLocked);
      model.perform(all ? Edits.unlock(cells) : Edits.lock(cells));
    }
  }

  void split() {
    List<Integer> clients = chosenClients();
    if (clients.size() != 1) {
      model.say(StudioMessages.said_chooseOne);
      return;
    }
    String name = canvas.view().name(clients.getFirst());
    ask(StudioMessages.split_title, NLS.bind(StudioMessages.split_message, name), "2", typed ->
            typed.matches("[0-9]{1,4}") && Integer.parseInt(typed) > 1 ? null : StudioMessages.split_mistake)
        .ifPresent(parts -> model.perform(Edits.split(clients.getFirst(), Integer.parseInt(parts))));
  }

  void merge() {
    List<Integer> clients = chosenClients();
    if (clients.size() < 2) {
      model.say(StudioMessages.said_chooseSeveral);
    } else {
      model.perform(Edits.merge(clients));
    }
  }

  void add() {
    ask(StudioMessages.add_title, StudioMessages.add_message, freeName(), this::mistakeInName)
        .filter(name -> model.perform(Edits.add(name)))
        .ifPresent(name -> {
          page.resort();
          canvas.select(MatrixSelection.of(new Cell(canvas.view().draft().clients().size() - 1, 0)));
        });
  }

  private String freeName() {
    List<String> taken = model.current().clients();
    int number = taken.size() + 1;
    while (taken.contains("client " + number)) {
      number++;
    }
    return "client " + number;
  }

  private String mistakeInName(String typed) {
    String name = typed.strip();
    if (name.isEmpty()) {
      return StudioMessages.name_empty;
    }
    return model.current().clients().contains(name) ? NLS.bind(StudioMessages.name_taken, name) : null;
  }

  void remove() {
    List<Integer> clients = chosenClients();
    if (!clients.isEmpty()) {
      model.perform(Edits.remove(clients));
    }
  }

  void rename() {
    if (chosenClients().size() == 1) {
      rename(chosenClients().getFirst());
    } else {
      model.say(StudioMessages.said_chooseOne);
    }
  }

  @Override
  public void rename(int client) {
    String old = canvas.view().name(client);
    ask(
            StudioMessages.rename_title,
            NLS.bind(StudioMessages.rename_message, old),
            old,
            typed -> typed.strip().equals(old) ? null : mistakeInName(typed))
        .map(String::strip)
        .filter(name -> !name.equals(old))
        .ifPresent(name -> model.perform(Edits.rename(client, name)));
  }

  void dealReserve() {
    model.perform(Edits.dealReserve());
  }

  void chooseAll() {
    MatrixView view = canvas.view();
    if (view.rows() > 0) {
      Cell first = new Cell(view.client(0), 0);
      canvas.select(MatrixSelection.of(first).to(new Cell(view.client(view.rows() - 1), view.classes() - 1), view));
    }
  }

  private Optional<String> ask(
      String title, String message, String suggested, IInputValidator check) {
    InputDialog dialog = new InputDialog(canvas.getShell(), title, message, suggested, check);
    return dialog.open() == Window.OK ? Optional.of(dialog.getValue().strip()) : Optional.empty();
  }
}
