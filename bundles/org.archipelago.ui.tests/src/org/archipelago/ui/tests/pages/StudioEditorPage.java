package org.archipelago.ui.tests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.archipelago.ui.workbench.partition.MatrixCanvas;
import org.archipelago.ui.workbench.partition.MatrixPage;
import org.archipelago.ui.workbench.partition.MatrixView;
import org.archipelago.ui.workbench.partition.StudioEditor;
import org.archipelago.ui.workbench.partition.StudioModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;

/** The partition studio in front, its data read. */
public final class StudioEditorPage {

  private static final String PARAMETER = "parameter";

  private final StudioEditor editor;

  StudioEditorPage(IWorkbenchPage page) {
    if (!(page.getActiveEditor() instanceof StudioEditor active)) {
      throw new AssertionError("no partition studio is open");
    }
    editor = active;
    Ui.waitUntil("the data is read", () -> editor.matrix().isPresent());
    Ui.waitUntil("the matrix has room", () -> canvas().isVisible() && canvas().geometry().body() > 0);
    Ui.drain(); // the window may just be giving it more
    waitUntilShown();
  }

  /** Waits until what was asked for is what is seen. */
  public StudioEditorPage waitUntilShown() {
    Ui.waitUntil("the matrix and its figures are shown", () -> matrix().isUpToDate());
    return this;
  }

  private MatrixPage matrix() {
    return editor.matrix().orElseThrow();
  }

  public StudioModel model() {
    return editor.model().orElseThrow();
  }

  private MatrixCanvas canvas() {
    return matrix().canvas();
  }

  private MatrixView view() {
    return canvas().view();
  }

  public String title() {
    return editor.getTitle();
  }

  /** Whether closing would lose something. */
  public boolean isDirty() {
    return editor.isSaveOnCloseNeeded();
  }

  /** Whether Save can be used. */
  public boolean canBeSaved() {
    return editor.isDirty();
  }

  public void save() {
    editor.getSite().getPage().saveEditor(editor, false);
  }

  /** Names of the clients, as they are listed. */
  public List<String> clients() {
    return IntStream.range(0, view().rows()).mapToObj(row -> view().name(view().client(row))).toList();
  }

  /** Rows of a class on a client, or in the reserve. */
  public int count(int client, int label) {
    return view().count(new Cell(client, label));
  }

  /** Rows of a class that no client has. */
  public int reserve(int label) {
    return count(Draft.NOBODY, label);
  }

  public boolean isLocked(int client, int label) {
    return view().isLocked(new Cell(client, label));
  }

  /** The line at the foot. */
  public String said() {
    return model().said();
  }

  /** The figures of skew in words. */
  public String skew() {
    return waitUntilShown().matrix().strip().words();
  }

  /** The value of a figure of skew. */
  public double figure(String id) {
    return waitUntilShown().matrix().strip().figures().stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .orElseThrow()
        .value();
  }

  public Point centre(int client, int label) {
    Rectangle bounds = canvas().bounds(new Cell(client, label));
    return new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
  }

  public void click(int client, int label) {
    press(centre(client, label), 0);
    mouse(SWT.MouseUp, centre(client, label), 1, 0);
  }

  /** Clicks on a client's name. */
  public void clickName(int client, int modifier) {
    Point place = new Point(12, centre(client, 0).y);
    press(place, modifier);
    mouse(SWT.MouseUp, place, 1, modifier);
  }

  /** Drags the mouse over cells of one class, from one client to another. */
  public void drag(int fromClient, int toClient, int label, int modifier) {
    press(centre(fromClient, label), modifier & ~SWT.SHIFT);
    int step = Integer.signum(toClient - fromClient);
    for (int client = fromClient; client != toClient; client += step) {
      mouse(SWT.MouseMove, centre(client + step, label), 1, modifier);
    }
    mouse(SWT.MouseUp, centre(toClient, label), 1, modifier);
  }

  private void press(Point place, int modifier) {
    mouse(SWT.MouseDown, place, 1, modifier);
  }

  private void mouse(int type, Point place, int button, int modifier) {
    Event event = new Event();
    event.x = place.x;
    event.y = place.y;
    event.button = button;
    event.stateMask = modifier;
    canvas().notifyListeners(type, event);
  }

  /** Presses a key while the matrix has the focus. */
  public void key(int keyCode, int modifiers) {
    Event event = new Event();
    event.keyCode = keyCode;
    event.character = keyCode < 128 && keyCode >= ' ' ? (char) keyCode : keyCode == SWT.CR ? SWT.CR : 0;
    event.stateMask = modifiers;
    canvas().notifyListeners(SWT.KeyDown, event);
  }

  /** Types a number into the cell where the keyboard is, and takes it with Enter. */
  public void type(String number) {
    key(number.charAt(0), 0);
    Text field = Ui.all(canvas(), Text.class).getFirst();
    field.setText(number);
    Event enter = new Event();
    enter.detail = SWT.TRAVERSE_RETURN;
    field.notifyListeners(SWT.Traverse, enter);
  }

  /** Chooses from the context menu. */
  public void choose(String text) {
    Menu menu = canvas().getMenu();
    menu.notifyListeners(SWT.Show, new Event());
    MenuItem item =
        Arrays.stream(menu.getItems())
            .filter(candidate -> candidate.getText().replaceFirst("\t.*", "").equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no '" + text + "' in the menu"));
    item.notifyListeners(SWT.Selection, new Event());
  }

  /** Sets how many rows the brush gives. */
  public void brushRows(int rows) {
    Spinner spinner = Ui.all(root(), Spinner.class).getFirst();
    spinner.setSelection(rows);
  }

  /** Moves the slider of a parameter, as a hand does, and lets go of it. */
  public void slide(String parameter, int place) {
    Scale slider =
        Ui.all(root(), Scale.class).stream()
            .filter(scale -> parameter.equals(scale.getData(PARAMETER)))
            .findFirst()
            .orElseThrow();
    slider.setSelection(place);
    slider.notifyListeners(SWT.Selection, new Event());
  }

  /** What the field of a parameter shows. */
  public String parameter(String name) {
    return Ui.all(root(), Text.class).stream()
        .filter(text -> name.equals(text.getData(PARAMETER)))
        .findFirst()
        .orElseThrow()
        .getText();
  }

  /** Chooses another rule by its title. */
  public void rule(String title) {
    Combo combo = Ui.all(root(), Combo.class).stream().filter(this::isRule).findFirst().orElseThrow();
    combo.setText(title);
    combo.notifyListeners(SWT.Selection, new Event());
  }

  private boolean isRule(Combo combo) {
    return Arrays.stream(combo.getItems()).anyMatch(item -> item.startsWith("Dirichlet"));
  }

  /** Lets through the clients in whose names that stands. */
  public void search(String text) {
    Text field =
        Ui.all(root(), Text.class).stream()
            .filter(candidate -> (candidate.getStyle() & SWT.SEARCH) != 0)
            .findFirst()
            .orElseThrow();
    field.setText(text);
  }

  /** Brings a page to the front by its title. */
  public void showPage(String title) {
    editor.showPage(title);
  }

  /** What is said of the file above the pages; nothing where nothing is. */
  public List<?> notes() {
    return Ui.all(root().getParent(), Label.class).stream()
        .map(label -> label.getData("notes"))
        .filter(List.class::isInstance)
        .map(List.class::cast)
        .findFirst()
        .orElse(List.of());
  }

  /** States a mean JSD over chance on the page of goals, and looks for a partition that has it. */
  public void solve(String excess, String tolerance) {
    showPage("Goals");
    List<Text> numbers = Ui.all(front(), Text.class);
    numbers.get(0).setText(excess);
    numbers.get(1).setText(tolerance);
    find();
  }

  /** Types goals, one a line. */
  public void otherGoals(String lines) {
    Ui.all(front(), Text.class).stream()
        .filter(text -> (text.getStyle() & SWT.MULTI) != 0)
        .findFirst()
        .orElseThrow()
        .setText(lines);
  }

  /** Looks for a partition that meets the goals. */
  public void find() {
    Ui.all(front(), Button.class).stream()
        .filter(button -> button.getText().replace("&", "").equals("Find a Partition"))
        .findFirst()
        .orElseThrow()
        .notifyListeners(SWT.Selection, new Event());
  }

  /** What came of looking for a partition. */
  public String outcome() {
    return Ui.all(root(), Label.class).stream()
        .filter(label -> label.getData("outcome") != null)
        .map(Label::getText)
        .findFirst()
        .orElseThrow();
  }

  private Composite front() {
    return (Composite) ((CTabFolder) root()).getSelection().getControl();
  }

  private Composite root() {
    Control control = canvas();
    while (!(control instanceof CTabFolder)) {
      control = control.getParent();
    }
    return (Composite) control;
  }
}
