package org.archipelago.ui.workbench.editor.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.engine.Forecast;
import org.archipelago.store.experiment.ExperimentText;
import org.archipelago.store.experiment.ReadResult;
import org.archipelago.ui.common.Coalescer;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.HelpContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;

/** The form pages in the editor's folder of pages; a page is made when it is first shown. */
public final class FormPages {

  private static final Map<ComponentKind, String> TITLES =
      Map.of(
          ComponentKind.DATA, Messages.Page_data,
          ComponentKind.PARTITIONER, Messages.Page_partition,
          ComponentKind.MODEL, Messages.Page_model,
          ComponentKind.TRAINING, Messages.Page_training,
          ComponentKind.STRATEGY, Messages.Page_strategy,
          ComponentKind.SAMPLER, Messages.Section_sampler,
          ComponentKind.PRIVACY, Messages.Page_privacy,
          ComponentKind.ATTACK, Messages.Page_attack,
          ComponentKind.SHIFT, Messages.Section_shift);

  private static final Map<ComponentKind, String> HELP =
      Map.of(
          ComponentKind.DATA, "editor_data",
          ComponentKind.PARTITIONER, "editor_partition",
          ComponentKind.MODEL, "editor_model",
          ComponentKind.TRAINING, "editor_model",
          ComponentKind.STRATEGY, "editor_strategy",
          ComponentKind.PRIVACY, "editor_privacy",
          ComponentKind.ATTACK, "editor_attack");

  /** One page: its sections, and the parts that were made for it. */
  private final class Tab {
    private final CTabItem item;
    private final List<ComponentKind> kinds;
    private FormPage page;
    private Optional<PartitionPart> picture = Optional.empty();
    private Optional<ModelPart> size = Optional.empty();

    Tab(CTabFolder folder, String title, ComponentKind... kinds) {
      this.kinds = List.of(kinds);
      item = new CTabItem(folder, SWT.NONE);
      item.setText(title);
    }

    void make() {
      page = new FormPage(item.getParent(), reveal);
      item.setControl(page.control());
      HelpContext.set(page.control(), kinds.isEmpty() ? "editor_clients" : HELP.get(kinds.getFirst()));
      Runnable reflow = page.reflow();
      if (kinds.contains(ComponentKind.DATA)) {
        page.heading(Messages.Section_experiment);
        page.add(new HeadPart(page.content(), model, reflow));
      }
      for (ComponentKind kind : kinds) {
        page.heading(TITLES.get(kind));
        if (kind == ComponentKind.MODEL) {
          size = Optional.of(new ModelPart(page.content()));
          forecast.ifPresent(size.get()::show);
        }
        page.add(new ComponentSection(page.content(), kind.key(), kind, model, reflow));
        if (kind == ComponentKind.PARTITIONER) {
          addPicture(Messages.Section_clients);
        }
      }
      if (kinds.isEmpty()) {
        addPicture(Messages.Page_clients);
      }
      reflow.run();
    }

    private void addPicture(String heading) {
      page.heading(heading);
      picture = Optional.of(new PartitionPart(page.content(), kinds.isEmpty(), studio));
      forecast.ifPresent(picture.get()::show);
    }

    boolean has(Problem problem) {
      String path = problem.path();
      boolean head = Stream.of("name", "description", "seed", "format").anyMatch(path::equals);
      return kinds.contains(ComponentKind.DATA) && head
          || kinds.stream().anyMatch(kind -> path.matches(kind.key() + "(\\..*)?"));
    }
  }

  private final CTabFolder folder;
  private final FormModel model;
  private final Consumer<Problem> reveal;
  private final Runnable studio;
  private final Coalescer refresh;
  private final Map<CTabItem, Tab> tabs = new LinkedHashMap<>();
  private List<Problem> problems = new ArrayList<>();
  private Optional<Forecast> forecast = Optional.empty();

  /**
   * @param reveal shows a problem's line in the source
   * @param studio opens the partition studio
   */
  public FormPages(CTabFolder folder, FormModel model, Consumer<Problem> reveal, Runnable studio) {
    this.folder = folder;
    this.model = model;
    this.reveal = reveal;
    this.studio = studio;
    this.refresh = new Coalescer(folder, this::refreshNow);
    add(Messages.Page_data, ComponentKind.DATA);
    add(Messages.Page_partition, ComponentKind.PARTITIONER, ComponentKind.SHIFT);
    add(Messages.Page_model, ComponentKind.MODEL);
    add(Messages.Page_training, ComponentKind.TRAINING);
    add(Messages.Page_strategy, ComponentKind.STRATEGY, ComponentKind.SAMPLER);
    add(Messages.Page_privacy, ComponentKind.PRIVACY);
    add(Messages.Page_attack, ComponentKind.ATTACK);
    add(Messages.Page_clients);
  }

  private void add(String title, ComponentKind... kinds) {
    Tab tab = new Tab(folder, title, kinds);
    tabs.put(tab.item, tab);
  }

  /** Brings the field that a problem is about to the front; says whether there is one on a form. */
  public boolean reveal(Problem problem) {
    for (Tab tab : tabs.values()) {
      if (tab.has(problem)) {
        folder.setSelection(tab.item);
        selected();
        return tab.page.reveal(problem.path());
      }
    }
    return false;
  }

  /** Shows the page that the folder has selected, if it is a form; makes it where it is new. */
  public void selected() {
    Tab tab = tabs.get(folder.getSelection());
    if (tab != null) {
      if (tab.page == null) {
        tab.make();
      }
      refreshNow();
    }
  }

  /** Shows what the document says, soon. */
  public void refresh() {
    refresh.request();
  }

  private void refreshNow() {
    Tab tab = tabs.get(folder.getSelection());
    if (tab == null || tab.page == null) {
      return;
    }
    Optional<ExperimentText> text = model.text();
    if (model.readable().isPresent()) {
      tab.page.show();
    }
    Optional<Problem> blocking = blocking(text);
    if (text.isPresent() || blocking.isPresent()) {
      tab.page.block(blocking);
    }
    tab.page.showProblems(problems);
  }

  /** The problem for which no field can be edited: the text is not YAML, or of another format. */
  private Optional<Problem> blocking(Optional<ExperimentText> text) {
    return problems.stream()
        .filter(problem -> text.isEmpty() || problem.path().equals("format"))
        .findFirst();
  }

  /** Shows what was found wrong with the text, or makes little sense. */
  public void show(ReadResult result) {
    problems = result.findings();
    tabs.values().forEach(tab ->
        tab.item.setImage(
            problems.stream().filter(tab::has).findFirst().map(found -> Icons.of(found).image()).orElse(null)));
    refreshNow();
  }

  /** Shows how the rows lie on the clients, and how large the model is. */
  public void show(Forecast fresh) {
    forecast = Optional.of(fresh);
    for (Tab tab : tabs.values()) {
      tab.picture.ifPresent(part -> part.show(fresh));
      tab.size.ifPresent(part -> part.show(fresh));
    }
  }

  /** Gives the focus to the first field of the page shown; false when none is a form. */
  public boolean setFocus() {
    Tab tab = tabs.get(folder.getSelection());
    if (tab == null || tab.page == null) {
      return false;
    }
    tab.page.setFocus();
    return true;
  }
}
