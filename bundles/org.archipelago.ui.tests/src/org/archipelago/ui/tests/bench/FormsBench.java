package org.archipelago.ui.tests.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.archipelago.ui.tests.pages.EditorPage;
import org.archipelago.ui.tests.pages.FieldsPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.eclipse.swt.widgets.Display;

/** Types into an experiment of 1,000 clients as people do, a few keys at a stretch; checks and forecasts follow. */
final class FormsBench {

  private static final int KEYS = 100;
  private static final int KEYS_AT_A_STRETCH = 5;
  private static final int PAUSE_MILLIS = 80;
  private static final int LONG_PAUSE_MILLIS = 800;
  private static final int CLIENTS = 1000;

  private final Display display;
  private EditorPage editor;
  private FieldsPage fields;

  FormsBench(Display display) {
    this.display = display;
  }

  void measure() {
    display.syncExec(this::open);
    type("number in a form (rounds)", "Training", "training.rounds", "1234");
    type("number of clients", "Partition", "partition.clients", "1000");
    type("text in a form (name)", "Data", "name", "Digits on a thousand phones");
    typeInTheSource();
  }

  private void open() {
    WorkbenchPage workbench = new WorkbenchPage();
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", "digits-privacy");
    editor = workbench.editor();
    fields = editor.forms().open("Partition");
    fields.type("partition.clients", Integer.toString(CLIENTS));
    Ui.waitUntil("the number is in the text", () -> editor.text().contains("clients: " + CLIENTS));
    Ui.waitUntil("the forecast is there", () -> editor.forms().forecast().contains("ε"));
  }

  private void type(String what, String page, String path, String text) {
    display.syncExec(() -> editor.forms().open(page));
    settle();
    Latencies latencies = new Latencies(display);
    for (int key = 0; key < KEYS; key++) {
      String typed = text.substring(0, key % text.length() + 1);
      latencies.ask(() -> {
        fields.type(path, typed);
        display.update();
      }, pauseAfter(key));
    }
    latencies.print(what);
  }

  private void typeInTheSource() {
    display.syncExec(() -> editor.forms().open("Source"));
    settle();
    Latencies latencies = new Latencies(display);
    for (int key = 0; key < KEYS; key++) {
      boolean there = key % 2 == 1;
      latencies.ask(() -> {
        editor.replace(there ? "seed: 421" : "seed: 42", there ? "seed: 42" : "seed: 421");
        display.update();
      }, pauseAfter(key));
    }
    latencies.print("a digit in the source");
  }

  private static int pauseAfter(int key) {
    return key % KEYS_AT_A_STRETCH == KEYS_AT_A_STRETCH - 1 ? LONG_PAUSE_MILLIS : PAUSE_MILLIS;
  }

  private static void settle() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
  }
}
