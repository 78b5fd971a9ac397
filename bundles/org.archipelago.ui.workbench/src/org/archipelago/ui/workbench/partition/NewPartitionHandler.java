package org.archipelago.ui.workbench.partition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.editor.ExperimentInput;
import org.archipelago.ui.workbench.editor.FileInput;
import org.archipelago.ui.workbench.editor.SampleInput;
import org.archipelago.ui.workbench.welcome.Openers;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Begins a partition: of the experiment in front, else of one that is chosen from a list. */
public final class NewPartitionHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    IWorkbenchPage page = window.getActivePage();
    if (!(page.getActiveEditor() instanceof ExperimentEditor)) {
      Optional<ExperimentInput> chosen = choose(window.getShell(), window.getService(Workspace.class));
      if (chosen.isEmpty()) {
        return null;
      }
      Openers.open(page, chosen.get());
    }
    if (page.getActiveEditor() instanceof ExperimentEditor editor) {
      StudioOpener.open(page, editor);
    }
    return null;
  }

  private static Optional<ExperimentInput> choose(Shell shell, Workspace workspace) throws ExecutionException {
    ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new Labels());
    dialog.setTitle(StudioMessages.new_title);
    dialog.setMessage(StudioMessages.new_message);
    dialog.setElements(experiments(workspace).toArray());
    return dialog.open() == Window.OK
        ? Optional.ofNullable((ExperimentInput) dialog.getFirstResult())
        : Optional.empty();
  }

  private static List<ExperimentInput> experiments(Workspace workspace) throws ExecutionException {
    List<ExperimentInput> all = new ArrayList<>();
    SampleExperiments.all().forEach(sample -> all.add(new SampleInput(sample.id(), sample.title(), sample.text())));
    if (Files.isDirectory(workspace.experiments())) {
      try (Stream<Path> files = Files.list(workspace.experiments())) {
        files.filter(file -> file.toString().endsWith(Workspace.ENDING)).map(FileInput::new).forEach(all::add);
      } catch (IOException e) {
        throw new ExecutionException(e.getMessage(), e);
      }
    }
    return all;
  }

  private static final class Labels extends LabelProvider {

    @Override
    public String getText(Object element) {
      return ((ExperimentInput) element).fileName();
    }

    @Override
    public Image getImage(Object element) {
      return (element instanceof SampleInput ? Icons.SAMPLE : Icons.EXPERIMENT).image();
    }
  }
}
