package org.archipelago.ui.workbench.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Edit;
import org.archipelago.partition.EditWords;
import org.archipelago.partition.History;
import org.archipelago.partition.PartitionData;
import org.archipelago.partition.Recipe;
import org.eclipse.osgi.util.NLS;

/**
 * The partition that is worked on, for all pages of the studio: what was done to it, what is only tried, and what was said
 * last. To be used on the UI thread.
 */
public final class StudioModel {

  private final History history;
  private final Supplier<Catalog> catalog;
  private final List<Runnable> listeners = new ArrayList<>();
  private Optional<Draft> tried = Optional.empty();
  private String said = "";
  private boolean refused;
  private boolean onDisk;

  /** @param onDisk whether the partition is on the disk as it is */
  StudioModel(History history, Supplier<Catalog> catalog, boolean onDisk) {
    this.history = history;
    this.onDisk = onDisk;
    this.catalog = catalog;
  }

  /** Calls the listener after every change of what is shown or said. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void changed() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  Catalog catalog() {
    return catalog.get();
  }

  PartitionData data() {
    return history.current().data();
  }

  /** Columns of the table, of which rules may name one; none where there is no table. */
  List<String> columns() {
    return data().origin().map(rows -> rows.of().columns()).orElse(List.of());
  }

  /** What is to be seen: what is tried at the moment, else what was done. */
  public Draft shown() {
    return tried.orElseGet(history::current);
  }

  /** What was done. */
  public Draft current() {
    return history.current();
  }

  public Recipe recipe() {
    return history.recipe();
  }

  Optional<Dealing> dealing() {
    return recipe().dealing();
  }

  /** The seed of the latest rule, by which trials draw too. */
  Seed seed() {
    return dealing().map(Dealing::seed).orElse(new Seed(0));
  }

  /** What was said last. */
  public String said() {
    return said;
  }

  /** Whether what was said last is why something can't be done. */
  public boolean isRefused() {
    return refused;
  }

  void say(String words) {
    say(words, false);
  }

  void refuse(InvalidInputException why) {
    refuse(why.getLocalizedMessage());
  }

  void refuse(String why) {
    say(why, true);
  }

  private void say(String words, boolean isRefusal) {
    said = words;
    refused = isRefusal;
    changed();
  }

  /** Does it, one step to undo; says what was done, or why not. */
  public boolean perform(Edit edit) {
    tried = Optional.empty();
    try {
      Draft before = history.current();
      history.perform(edit);
      boolean nothing = history.current() == before && edit.dealing().isEmpty();
      say(nothing ? StudioMessages.said_nothing : history.undoName().map(StudioModel::words).orElse(""));
      return !nothing;
    } catch (InvalidInputException e) {
      refuse(e);
      return false;
    }
  }

  /** Shows what it would come to, without doing it; says why it can't be done. */
  boolean tryOut(Edit edit) {
    try {
      tryOut(edit.apply(history.current(), seed().stream("tried")));
      return true;
    } catch (InvalidInputException e) {
      refuse(e);
      return false;
    }
  }

  /** Shows a draft without taking it. */
  void tryOut(Draft draft) {
    tried = Optional.of(draft);
    changed();
  }

  /** Shows again what was done. */
  void endTrial() {
    if (tried.isPresent()) {
      tried = Optional.empty();
      changed();
    }
  }

  /** The name of an edit in the user's language. */
  static String words(String name) {
    return EditWords.in(Language.current(), name);
  }

  /** What Undo would take back. */
  public Optional<String> undoName() {
    return history.undoName().map(StudioModel::words);
  }

  Optional<String> redoName() {
    return history.redoName().map(StudioModel::words);
  }

  public void undo() {
    undoName().ifPresent(name -> {
      tried = Optional.empty();
      history.undo();
      say(NLS.bind(StudioMessages.said_undone, name));
    });
  }

  public void redo() {
    redoName().ifPresent(name -> {
      tried = Optional.empty();
      history.redo();
      say(NLS.bind(StudioMessages.said_redone, name));
    });
  }

  /** Whether anything was done that is not saved. */
  public boolean isDirty() {
    return history.isChangedSinceSaved();
  }

  /** Whether saving would write something: what was done, a partition that was never saved, or one of data that has changed. */
  boolean canBeSaved() {
    return isDirty() || !onDisk;
  }

  void saved(String words) {
    history.markSaved();
    onDisk = true;
    say(words);
  }
}
