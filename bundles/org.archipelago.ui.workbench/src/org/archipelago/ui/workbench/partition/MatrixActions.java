package org.archipelago.ui.workbench.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.archipelago.partition.MatrixOrder;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Everything that can be done with the matrix, each with its key: for the context menu, the buttons and the keyboard. */
final class MatrixActions {

  /** Parts of the menu, parted by lines. */
  enum Group { TOOL, CELLS, ROWS, CLIENTS, ALL, LOOK }

  /**
   * Something that can be done.
   *
   * @param text of its menu item
   * @param key with modifiers, as SWT has them
   * @param chosen whether its menu item is ticked; null where it can't be
   */
  record Action(Group group, String text, int modifiers, int key, Runnable run, BooleanSupplier chosen) {

    boolean isFor(int keyCode, char character, int held) {
      boolean sign = key == '+' || key == '-' || key == '0';
      return sign
          ? character == key && (held & ~SWT.SHIFT) == modifiers
              || modifiers == SWT.MOD1 && held == modifiers && (keyCode == key || keypad(keyCode) == key)
          : keyCode == key && held == modifiers;
    }

    private static int keypad(int keyCode) {
      return keyCode == SWT.KEYPAD_ADD ? '+' : keyCode == SWT.KEYPAD_SUBTRACT ? '-' : keyCode == '=' ? '+' : 0;
    }

    /** Its key as people read it. */
    String keyText() {
      return SWTKeySupport.getKeyFormatterForPlatform().format(KeyStroke.getInstance(modifiers, natural()));
    }

    private int natural() {
      return key >= 'a' && key <= 'z' ? Character.toUpperCase(key) : key;
    }
  }

  private final List<Action> actions = new ArrayList<>();

  MatrixActions(MatrixPage page, MatrixCommands commands, MatrixCanvas canvas) {
    add(Group.TOOL, StudioMessages.do_brush, 0, 'b', page::toggleBrush, () -> commands.brush().isDown());
    add(Group.CELLS, StudioMessages.do_edit, 0, SWT.CR, () -> canvas.edit(""));
    add(Group.CELLS, StudioMessages.do_give, 0, '+', () -> commands.give(false));
    add(Group.CELLS, StudioMessages.do_take, 0, '-', () -> commands.give(true));
    add(Group.CELLS, StudioMessages.do_empty, 0, SWT.DEL, commands::empty);
    add(Group.CELLS, StudioMessages.do_lock, 0, 'l', commands::lock);
    add(Group.ROWS, StudioMessages.do_pickUp, SWT.MOD1, 'x', commands::pickUp);
    add(Group.ROWS, StudioMessages.do_putDown, SWT.MOD1, 'v', () -> commands.putDown(false));
    add(Group.ROWS, StudioMessages.do_putDownAll, SWT.MOD1 | SWT.SHIFT, 'v', () -> commands.putDown(true));
    add(Group.CLIENTS, StudioMessages.do_add, 0, SWT.INSERT, commands::add);
    add(Group.CLIENTS, StudioMessages.do_rename, 0, SWT.F2, commands::rename);
    add(Group.CLIENTS, StudioMessages.do_split, 0, 's', commands::split);
    add(Group.CLIENTS, StudioMessages.do_merge, 0, 'm', commands::merge);
    add(Group.CLIENTS, StudioMessages.do_remove, SWT.SHIFT, SWT.DEL, commands::remove);
    add(Group.ALL, StudioMessages.do_reseed, 0, 'd', page::reseed);
    add(Group.ALL, StudioMessages.do_dealReserve, 0, 'e', commands::dealReserve);
    add(Group.ALL, StudioMessages.do_chooseAll, SWT.MOD1, 'a', commands::chooseAll);
    add(Group.ALL, StudioMessages.do_search, SWT.MOD1, 'f', page::search);
    add(Group.LOOK, StudioMessages.do_look, 0, 'v', page::nextMode);
    add(Group.LOOK, StudioMessages.do_sort, 0, 'o', page::nextOrder);
    add(Group.LOOK, StudioMessages.do_zoomIn, SWT.MOD1, '+', canvas::zoomIn);
    add(Group.LOOK, StudioMessages.do_zoomOut, SWT.MOD1, '-', canvas::zoomOut);
    add(Group.LOOK, StudioMessages.do_fit, SWT.MOD1, '0', canvas::fit);
  }

  private void add(Group group, String text, int modifiers, int key, Runnable run) {
    add(group, text, modifiers, key, run, null);
  }

  private void add(
      Group group, String text, int modifiers, int key, Runnable run, BooleanSupplier chosen) {
    actions.add(new Action(group, text, modifiers, key, run, chosen));
  }

  /** Does what a key asks for; false where it asks for nothing. */
  boolean press(int keyCode, char character, int modifiers) {
    Optional<Action> found =
        actions.stream().filter(action -> action.isFor(keyCode, character, modifiers)).findFirst();
    boolean space = found.isEmpty() && character == ' ' && (modifiers & ~SWT.SHIFT) == 0;
    if (space) {
      named(modifiers == 0 ? StudioMessages.do_give : StudioMessages.do_take).run().run();
    }
    found.ifPresent(action -> action.run().run());
    return space || found.isPresent();
  }

  /** The one with that text. */
  Action named(String text) {
    return actions.stream().filter(action -> action.text().equals(text)).findFirst().orElseThrow();
  }

  void attachMenu(Control control) {
    Menu menu = new Menu(control);
    menu.addMenuListener(MenuListener.menuShownAdapter(event -> fill(menu)));
    control.setMenu(menu);
  }

  private void fill(Menu menu) {
    Arrays.stream(menu.getItems()).forEach(MenuItem::dispose);
    Group last = Group.TOOL;
    for (Action action : actions) {
      if (action.group() != last) {
        new MenuItem(menu, SWT.SEPARATOR);
        last = action.group();
      }
      MenuItem item = new MenuItem(menu, action.chosen() == null ? SWT.PUSH : SWT.CHECK);
      item.setText(action.text() + "\t" + action.keyText());
      if (action.chosen() != null) {
        item.setSelection(action.chosen().getAsBoolean());
      }
      item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run().run()));
    }
  }

  /** What an order of clients is called. */
  static String text(MatrixOrder order) {
    return switch (order) {
      case NUMBER -> StudioMessages.order_number;
      case NAME -> StudioMessages.order_name;
      case SIZE -> StudioMessages.order_size;
      case SIMILARITY -> StudioMessages.order_similarity;
    };
  }
}
