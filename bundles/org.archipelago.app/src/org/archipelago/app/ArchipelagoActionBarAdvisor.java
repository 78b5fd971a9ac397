package org.archipelago.app;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/**
 * The menus every window has: File, Edit, Window, Help. What experiments and runs need is contributed by the
 * bundles that know them, at the group markers left here.
 */
final class ArchipelagoActionBarAdvisor extends ActionBarAdvisor {

  private IWorkbenchWindow window;

  ArchipelagoActionBarAdvisor(IActionBarConfigurer configurer) {
    super(configurer);
  }

  @Override
  protected void makeActions(IWorkbenchWindow window) {
    this.window = window;
    for (ActionFactory factory : new ActionFactory[] {ActionFactory.SAVE, ActionFactory.SAVE_ALL,
      ActionFactory.CLOSE, ActionFactory.QUIT, ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.CUT,
      ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.DELETE, ActionFactory.SELECT_ALL,
      ActionFactory.FIND, ActionFactory.RESET_PERSPECTIVE, ActionFactory.PREFERENCES}) {
      register(factory.create(window));
    }
  }

  @Override
  protected void fillMenuBar(IMenuManager menuBar) {
    menuBar.add(fileMenu());
    menuBar.add(editMenu());
    menuBar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    menuBar.add(windowMenu());
    menuBar.add(helpMenu());
  }

  @Override
  protected void fillCoolBar(ICoolBarManager coolBar) {
    IToolBarManager toolBar = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
    toolBar.add(getAction(ActionFactory.SAVE.getId()));
    toolBar.add(new Separator());
    toolBar.add(getAction(ActionFactory.UNDO.getId()));
    toolBar.add(getAction(ActionFactory.REDO.getId()));
    coolBar.add(new ToolBarContributionItem(toolBar, "org.archipelago.app.edit"));
    coolBar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
  }

  private IMenuManager fileMenu() {
    MenuManager menu = new MenuManager(Messages.Menu_file, IWorkbenchActionConstants.M_FILE);
    menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
    menu.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
    menu.add(new GroupMarker(IWorkbenchActionConstants.OPEN_EXT));
    menu.add(new Separator());
    add(menu, ActionFactory.CLOSE, ActionFactory.SAVE, ActionFactory.SAVE_ALL);
    menu.add(new Separator(IWorkbenchActionConstants.IMPORT_EXT));
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    menu.add(new Separator());
    add(menu, ActionFactory.QUIT);
    menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_END));
    return menu;
  }

  private IMenuManager editMenu() {
    MenuManager menu = new MenuManager(Messages.Menu_edit, IWorkbenchActionConstants.M_EDIT);
    menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
    add(menu, ActionFactory.UNDO, ActionFactory.REDO);
    menu.add(new Separator());
    add(menu, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
    menu.add(new Separator());
    add(menu, ActionFactory.DELETE, ActionFactory.SELECT_ALL);
    menu.add(new Separator());
    add(menu, ActionFactory.FIND);
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
    return menu;
  }

  private IMenuManager windowMenu() {
    MenuManager menu = new MenuManager(Messages.Menu_window, IWorkbenchActionConstants.M_WINDOW);
    MenuManager views = new MenuManager(Messages.Menu_showView);
    views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
    menu.add(views);
    add(menu, ActionFactory.RESET_PERSPECTIVE);
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    menu.add(new Separator());
    add(menu, ActionFactory.PREFERENCES);
    return menu;
  }

  private IMenuManager helpMenu() {
    MenuManager menu = new MenuManager(Messages.Menu_help, IWorkbenchActionConstants.M_HELP);
    menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_END));
    menu.add(new Separator("about"));
    return menu;
  }

  private void add(IMenuManager menu, ActionFactory... factories) {
    for (ActionFactory factory : factories) {
      menu.add(getAction(factory.getId()));
    }
  }
}
