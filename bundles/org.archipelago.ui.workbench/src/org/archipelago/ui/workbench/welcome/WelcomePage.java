package org.archipelago.ui.workbench.welcome;

import java.nio.file.Path;
import java.util.List;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.common.Coalescer;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.preferences.Settings;
import org.archipelago.ui.workbench.wizard.NewExperimentWizard;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPage;

/** A sample in one click, the way to an experiment of one's own, and the experiments worked on last. */
final class WelcomePage {

  private static final int MOST_RECENT = 6;
  private static final int TWO_COLUMNS_FROM = 640;
  private static final int MARGIN = 24;

  private final IWorkbenchPage page;
  private final Workspace workspace;
  private final ScrolledComposite scroller;
  private final Composite content;
  private final Composite cards;
  private Button runSample;
  private Composite recent;
  private int fittedTo;

  WelcomePage(Composite parent, IWorkbenchPage page, Workspace workspace) {
    this.page = page;
    this.workspace = workspace;
    scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    content = new Composite(scroller, SWT.NONE);
    content.setBackgroundMode(SWT.INHERIT_FORCE);
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(5, 12).applyTo(content);
    heading();
    cards = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(16, 16).applyTo(cards);
    GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(cards);
    sampleCard();
    ownCard();
    moreSamplesCard();
    recentCard();
    atStart();
    scroller.setContent(content);
    scroller.addListener(SWT.Resize, event -> fitTo(scroller.getClientArea().width));
    Coalescer listing = new Coalescer(content, this::listRecent);
    Runnable changed = listing::request;
    workspace.addListener(changed);
    content.addDisposeListener(event -> workspace.removeListener(changed));
    listRecent();
  }

  void setFocus() {
    runSample.setFocus();
  }

  private void heading() {
    Label title = new Label(content, SWT.WRAP);
    title.setText(WelcomeMessages.title);
    Fonts.bold(title, 8);
    Label subtitle = new Label(content, SWT.WRAP);
    subtitle.setText(WelcomeMessages.subtitle);
    Palette.QUIET.applyTo(subtitle);
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(subtitle);
  }

  private void sampleCard() {
    SampleExperiment first = SampleExperiments.all().getFirst();
    Card card = new Card(cards, WelcomeMessages.sampleHeading);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.FILL).applyTo(card);
    card.text(first.title(), false);
    card.text(WelcomeMessages.sampleAdvice, true);
    runSample = card.button(WelcomeMessages.runSample, Icons.RUN.image(), () -> Openers.run(page, first));
    card.link(WelcomeMessages.openOnly, () -> Openers.open(page, first));
  }

  private void moreSamplesCard() {
    List<SampleExperiment> samples = SampleExperiments.all();
    Card card = new Card(cards, WelcomeMessages.moreSamples);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.FILL).applyTo(card);
    for (SampleExperiment sample : samples.subList(1, samples.size())) {
      card.link("<a>" + sample.title() + "</a>", () -> Openers.open(page, sample));
    }
  }

  private void ownCard() {
    Card card = new Card(cards, WelcomeMessages.yours);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.FILL).applyTo(card);
    card.text(WelcomeMessages.newExperimentAdvice, true);
    card.button(
        WelcomeMessages.newExperiment,
        Icons.EXPERIMENT.image(),
        () -> NewExperimentWizard.open(page.getWorkbenchWindow(), null));
    card.text(WelcomeMessages.dropHint, true);
  }

  private void recentCard() {
    Card card = new Card(cards, WelcomeMessages.recent);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.FILL).applyTo(card);
    recent = new Composite(card, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(5, 8).applyTo(recent);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(recent);
  }

  private void atStart() {
    Button button = new Button(content, SWT.CHECK);
    button.setText(WelcomeMessages.atStart);
    button.setSelection(Settings.isWelcomeShownAtStart());
    button.addListener(SWT.Selection, event -> Settings.showWelcomeAtStart(button.getSelection()));
  }

  private void listRecent() {
    Job job = Job.createSystem(WelcomeMessages.recent, (ICoreRunnable) monitor -> {
      List<Path> files = RecentExperiments.of(workspace, MOST_RECENT);
      page.getWorkbenchWindow().getWorkbench().getDisplay().asyncExec(() -> show(files));
    });
    job.schedule();
  }

  private void show(List<Path> files) {
    if (recent.isDisposed()) {
      return;
    }
    for (Control old : recent.getChildren()) {
      old.dispose();
    }
    if (files.isEmpty()) {
      Label none = new Label(recent, SWT.WRAP);
      none.setText(WelcomeMessages.noRecent);
      Palette.QUIET.applyTo(none);
      GridDataFactory.fillDefaults().grab(true, false).hint(180, SWT.DEFAULT).applyTo(none);
    }
    for (Path file : files) {
      Link link = new Link(recent, SWT.NONE);
      String name = file.getFileName().toString();
      link.setText("<a>" + name.substring(0, name.length() - Workspace.ENDING.length()) + "</a>");
      link.setToolTipText(file.toString());
      link.addListener(SWT.Selection, event -> Openers.open(page, file));
    }
    fit();
  }

  private void fitTo(int width) {
    if (width != fittedTo) {
      fit();
    }
  }

  private void fit() {
    int width = scroller.getClientArea().width;
    fittedTo = width;
    ((GridLayout) cards.getLayout()).numColumns = width >= TWO_COLUMNS_FROM ? 2 : 1;
    scroller.setMinHeight(content.computeSize(width, SWT.DEFAULT, true).y);
    content.layout(false, true);
  }
}
