package org.archipelago.ui.workbench.wizard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.welcome.Openers;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

/** Leads from a CSV file to an experiment in the editor. */
public final class NewExperimentWizard extends Wizard {

  private static final int PAGE_WIDTH = 700;
  private static final int PAGE_HEIGHT = 600;

  private final IWorkbenchWindow window;
  private final Workspace workspace;
  private final ExperimentDraft draft;
  private final Path dropped;
  private ReviewPage review;

  private NewExperimentWizard(IWorkbenchWindow window, Path dropped) {
    this.window = window;
    this.workspace = window.getService(Workspace.class);
    this.draft = new ExperimentDraft(workspace.catalog());
    this.dropped = dropped;
    setWindowTitle(WizardMessages.title);
    setNeedsProgressMonitor(true);
  }

  /**
   * Opens the wizard and returns at once.
   *
   * @param csv the file to begin with; null to have one chosen
   */
  public static void open(IWorkbenchWindow window, Path csv) {
    WizardDialog dialog = new WizardDialog(window.getShell(), new NewExperimentWizard(window, csv));
    dialog.setPageSize(PAGE_WIDTH, PAGE_HEIGHT);
    dialog.setBlockOnOpen(false);
    dialog.open();
  }

  @Override
  public void addPages() {
    addPage(new DataPage(draft, workspace, dropped));
    addPage(
        components(
            WizardMessages.partition, WizardMessages.partitionAdvice, ComponentKind.PARTITIONER, ""));
    Map<ComponentKind, String> learning = new LinkedHashMap<>();
    learning.put(ComponentKind.MODEL, "");
    learning.put(ComponentKind.TRAINING, WizardMessages.training);
    addPage(new ComponentPage(WizardMessages.model, WizardMessages.modelAdvice, draft, workspace, learning));
    Map<ComponentKind, String> federating = new LinkedHashMap<>();
    federating.put(ComponentKind.STRATEGY, "");
    federating.put(ComponentKind.SAMPLER, WizardMessages.sampler);
    addPage(
        new ComponentPage(
            WizardMessages.strategy, WizardMessages.strategyAdvice, draft, workspace, federating));
    addPage(components(WizardMessages.privacy, WizardMessages.privacyAdvice, ComponentKind.PRIVACY, ""));
    review = new ReviewPage(draft, workspace);
    addPage(review);
  }

  private WizardPage components(String title, String advice, ComponentKind kind, String heading) {
    return new ComponentPage(title, advice, draft, workspace, Map.of(kind, heading));
  }

  /** The defaults will do: once there is a table, the rest may be skipped. */
  @Override
  public boolean canFinish() {
    return draft.table() != null && getContainer().getCurrentPage().isPageComplete() && isSound();
  }

  private boolean isSound() {
    return workspace
        .read(DraftText.of(draft), draft.name() + Workspace.ENDING)
        .experiment()
        .isPresent();
  }

  @Override
  public IWizardPage getNextPage(IWizardPage page) {
    return draft.table() == null ? null : super.getNextPage(page);
  }

  @Override
  public boolean performFinish() {
    ((DraftPage) getContainer().getCurrentPage()).finishTyping();
    return isSound() && write();
  }

  private boolean write() {
    Path file = workspace.newExperimentFile(fileName(draft.name()));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, DraftText.of(draft));
    } catch (IOException e) {
      ((WizardPage) getContainer().getCurrentPage())
          .setErrorMessage(NLS.bind(WizardMessages.cannotWrite, file, e.getMessage()));
      return false;
    }
    workspace.changed();
    Openers.open(window.getActivePage(), file);
    if (review.isToRun()) {
      Openers.runOpened(window.getActivePage());
    }
    return true;
  }

  /** Letters and digits of the name, joined by hyphens. */
  private static String fileName(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "experiment" : plain;
  }
}
