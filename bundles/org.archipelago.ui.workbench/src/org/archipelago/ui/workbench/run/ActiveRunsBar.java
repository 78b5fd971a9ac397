package org.archipelago.ui.workbench.run;

import java.util.List;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/**
 * A button for each run that is queued or under way, to go from one to the other; hidden while none is
 * needed.
 */
final class ActiveRunsBar extends Composite {

  private static final int LONGEST_NAME = 26;

  private final RunService runs;
  private final ShownRun shown;
  private final ToolBar bar;
  private List<LiveRun> listed = List.of();

  ActiveRunsBar(Composite parent, RunService runs, ShownRun shown) {
    super(parent, SWT.NONE);
    this.runs = runs;
    this.shown = shown;
    GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 3).applyTo(this);
    Label label = new Label(this, SWT.NONE);
    label.setText(Messages.Run_active);
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    bar = new ToolBar(this, SWT.FLAT | SWT.RIGHT | SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
  }

  void refresh() {
    List<LiveRun> live = runs.live();
    if (!listed.equals(live)) {
      listed = live;
      fill();
    }
    for (ToolItem item : bar.getItems()) {
      RunModel model = ((LiveRun) item.getData()).model();
      RunSnapshot now = model.snapshot();
      item.setImage(RunWords.icon(now).image());
      String text = text((LiveRun) item.getData(), now);
      if (!item.getText().equals(text)) {
        item.setText(text);
      }
      item.setToolTipText(now.name() + ": " + RunWords.of(now));
      item.setSelection(shown.isShown(model));
    }
    boolean needed =
        live.size() > 1 || live.stream().anyMatch(run -> !shown.isShown(run.model()));
    GridData place = (GridData) getLayoutData();
    if (place.exclude == needed) {
      place.exclude = !needed;
      setVisible(needed);
      requestLayout();
    }
  }

  private void fill() {
    for (ToolItem item : bar.getItems()) {
      item.dispose();
    }
    for (LiveRun run : listed) {
      ToolItem item = new ToolItem(bar, SWT.CHECK);
      item.setData(run);
      item.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(event -> shown.show(run.model())));
    }
    bar.requestLayout();
  }

  /** Short, and different for runs of the same experiment. */
  private static String text(LiveRun run, RunSnapshot now) {
    String name = shortened(RunNames.ofOrigin(run.origin()));
    return RunWords.isQueued(now)
        ? NLS.bind(Messages.Run_activeQueued, name, now.queuedBehind().orElse(0) + 1)
        : NLS.bind(Messages.Run_activeShare, name, Math.round(100 * now.progress()));
  }

  private static String shortened(String name) {
    String text = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() + "…" : name;
    return text.replace("&", "&&");
  }
}
