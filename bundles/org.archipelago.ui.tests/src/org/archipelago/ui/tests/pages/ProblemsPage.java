package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archipelago.ui.workbench.problems.ProblemsView;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** The Problems view. */
public final class ProblemsPage {

  private final IViewPart view;

  private ProblemsPage(IViewPart view) {
    this.view = view;
  }

  public static ProblemsPage open(IWorkbenchPage page) {
    try {
      return new ProblemsPage(page.showView(ProblemsView.ID));
    } catch (PartInitException e) {
      throw new AssertionError(e);
    }
  }

  public void close() {
    view.getSite().getPage().hideView(view);
  }

  public void waitForTitle(String title) {
    Ui.waitUntil(() -> title + " is the title, not " + view.getTitle(), () -> view.getTitle().equals(title));
  }

  /** Waits until a line has that text. */
  public void waitFor(String text) {
    Ui.waitUntil(
        () -> text + " is in " + lines(), () -> lines().stream().anyMatch(line -> line.contains(text)));
  }

  /** The lines, their cells joined. */
  public List<String> lines() {
    Table table = table();
    return Arrays.stream(table.getItems())
        .map(item -> IntStream.range(0, table.getColumnCount())
            .mapToObj(item::getText)
            .collect(Collectors.joining(" | ")))
        .toList();
  }

  /** Whether that text can be seen. */
  public boolean says(String text) {
    return Ui.texts(control()).stream().anyMatch(shown -> shown.contains(text));
  }

  /** Opens a line, from 0, as a double-click does. */
  public void openLine(int line) {
    Table table = table();
    table.setSelection(line);
    Event event = new Event();
    event.item = table.getItem(line);
    table.notifyListeners(SWT.Selection, event);
    table.notifyListeners(SWT.DefaultSelection, event);
  }

  private Table table() {
    return Ui.all(control(), Table.class).getFirst();
  }

  private Composite control() {
    return (Composite) view.getSite().getService(MPart.class).getWidget();
  }
}
