package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archipelago.ui.tests.pages.KeyboardCheck;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;

/** Everything can be done without a mouse, and what shows no text says what it is. */
class KeyboardTest {

  private static final String OURS = "org.archipelago.ui.workbench.commands";
  /** What File, Export has as its choices. */
  private static final String CHOICE_OF_EXPORT = "org.archipelago.ui.workbench.export(Model|Numbers|Report)";

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final Shell shell = workbench.window().getShell();

  @Test
  void mnemonicsAreUniqueInEveryMenu() {
    List<String> wrong = new ArrayList<>();
    check("menu bar", shell.getMenuBar(), wrong);
    assertEquals(List.of(), wrong);
  }

  private static void check(String name, Menu menu, List<String> wrong) {
    menu.notifyListeners(SWT.Show, new Event());
    Set<String> taken = new HashSet<>();
    for (MenuItem item : menu.getItems()) {
      if ((item.getStyle() & SWT.SEPARATOR) != 0) {
        continue;
      }
      boolean nameOfAView = name.equals("Show &View");
      String mnemonic = item.getText().replace("&&", "").replaceFirst("[^&]*&?(.?).*", "$1");
      if (!taken.add(mnemonic.toLowerCase(Locale.ROOT)) && !(mnemonic.isEmpty() && nameOfAView)) {
        wrong.add(name + " \u25b8 " + item.getText() + (mnemonic.isEmpty() ? " has none" : " again"));
      }
      if (item.getMenu() != null) {
        check(item.getText(), item.getMenu(), wrong);
      }
    }
    menu.notifyListeners(SWT.Hide, new Event());
  }

  @Test
  void whatIsInTheWayOfAKeyboardIsNoticed() {
    Shell dialog = new Shell(shell);
    try {
      dialog.setLayout(new RowLayout());
      Button first = new Button(dialog, SWT.PUSH);
      first.setText("&Open");
      Button second = new Button(dialog, SWT.PUSH);
      second.setText("C&lose");
      dialog.setDefaultButton(first);
      dialog.open();
      assertEquals(List.of(), KeyboardCheck.wrongWith(dialog));
      second.setText("Cl&ose");
      dialog.setDefaultButton(null);
      dialog.setTabList(new Control[] {second, first});
      second.setLocation(first.getLocation().x, first.getLocation().y + 100);
      List<String> wrong = KeyboardCheck.wrongWith(dialog);
      assertEquals(3, wrong.size(), wrong.toString());
    } finally {
      dialog.dispose();
    }
  }

  @Test
  void everyCommandHasAKeyOrStandsInAMenu() throws NotDefinedException {
    Set<String> reached =
        Stream.concat(withKeys(), Arrays.stream(menuContributions())).collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (Command command : workbench.window().getService(ICommandService.class).getDefinedCommands()) {
      String id = command.getId();
      boolean ours = command.getCategory().getId().equals(OURS) && !id.matches(CHOICE_OF_EXPORT);
      if (ours && !reached.contains(id)) {
        missing.add(command.getName());
      }
    }
    assertEquals(List.of(), missing);
  }

  private Stream<String> withKeys() {
    return Arrays.stream(workbench.window().getService(IBindingService.class).getBindings())
        .map(Binding::getParameterizedCommand)
        .filter(command -> command != null)
        .map(ParameterizedCommand::getId);
  }

  private static String[] menuContributions() {
    return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.menus"))
        .filter(place -> place.getAttribute("locationURI") != null)
        .filter(place -> place.getAttribute("locationURI").startsWith("menu:"))
        .flatMap(KeyboardTest::withChildren)
        .map(element -> element.getAttribute("commandId"))
        .filter(id -> id != null)
        .toArray(String[]::new);
  }

  private static Stream<IConfigurationElement> withChildren(IConfigurationElement element) {
    return Stream.concat(
        Stream.of(element), Arrays.stream(element.getChildren()).flatMap(KeyboardTest::withChildren));
  }

  @Test
  void buttonsWithoutATextSayWhatTheyAre() {
    workbench.session();
    workbench.run();
    List<String> mute = new ArrayList<>();
    for (ToolBar bar : Ui.all(shell, ToolBar.class)) {
      for (ToolItem item : bar.isVisible() ? bar.getItems() : new ToolItem[0]) {
        boolean says = !item.getText().isEmpty() || item.getToolTipText() != null;
        if ((item.getStyle() & SWT.SEPARATOR) == 0 && !says) {
          mute.add(item + " in " + bar.getParent());
        }
      }
    }
    assertEquals(List.of(), mute);
  }
}
