package org.archipelago.ui.workbench.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.data.inspect.ColumnSummary;
import org.archipelago.data.inspect.ColumnWarning;
import org.archipelago.data.inspect.TableSummary;
import org.archipelago.data.table.FileFormat;
import org.archipelago.learning.ModelFactory;

/** An experiment in the making. Every page changes its part; what no page has changed is sensible. */
final class ExperimentDraft {

  static final String AUTO = "auto";
  static final String CLASSIFICATION = "classification";
  static final String REGRESSION = "regression";
  static final String DEFAULT_TEST = "0.2";

  static final String COLUMN = "column";
  private static final int ROWS_FOR_A_NETWORK = 2000;
  private static final String RATE_FOR_TEXTS = "0.005";

  private final Catalog catalog;
  private final Map<ComponentKind, ComponentDraft> sections = new EnumMap<>(ComponentKind.class);
  private final Set<String> leftOut = new LinkedHashSet<>();
  private TableSummary table;
  private FileFormat format = FileFormat.DETECTED;
  private String name = "";
  private String target = "";
  private String task = AUTO;
  private String test = DEFAULT_TEST;
  private boolean testsBeside;
  private List<ColumnWarning> warnings = List.of();

  /** What the choice of a model goes by. */
  private record Learned(Task.Kind kind, Optional<String> textColumn) {}

  ExperimentDraft(Catalog catalog) {
    this.catalog = catalog;
  }

  Catalog catalog() {
    return catalog;
  }

  TableSummary table() {
    return table;
  }

  /** How the table is read, as far as it was said. */
  FileFormat format() {
    return format;
  }

  /**
   * Takes a table: one from another source begins everything anew, the same that was read in another way keeps what
   * still fits.
   *
   * @param as how it was read, as far as that was said
   */
  void use(TableSummary newTable, FileFormat as) {
    boolean same =
        table != null && table.source().equals(newTable.source()) && newTable.column(target).isPresent();
    format = as;
    if (same) {
      table = newTable;
      leftOut.removeIf(column -> newTable.column(column).isEmpty());
      chooseModel();
    } else {
      begin(newTable);
    }
  }

  private void begin(TableSummary newTable) {
    table = newTable;
    warnings = List.of();
    name = newTable.file().map(ExperimentDraft::stem).orElseGet(() -> generatedName(newTable.source()));
    target = newTable.likelyTarget().name();
    task = AUTO;
    testsBeside = newTable.testBeside().isPresent();
    leftOut.clear();
    newTable.columns().stream()
        .filter(column -> column.looksLikeIdentifier() || column.isConstant())
        .filter(column -> !column.name().equals(target))
        .forEach(column -> leftOut.add(column.name()));
    suggestSections();
  }

  private static String generatedName(String source) {
    return source.replaceFirst("\\?.*", "").replace(':', '-');
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("(?i)(\\.(csv|tsv|tab|arff))?\\.[a-z0-9]+$", "");
  }

  private void suggestSections() {
    boolean byColumn = table.likelyClient(target).isPresent();
    choose(ComponentKind.PARTITIONER, byColumn ? "natural" : "iid");
    chooseModel();
    choose(ComponentKind.TRAINING, catalog.list(ComponentKind.TRAINING).getFirst().id());
    if (table.words() || textColumn().isPresent()) {
      suggestAdam();
    }
    choose(ComponentKind.SAMPLER, "everyone");
    choose(ComponentKind.STRATEGY, "fedavg");
    choose(ComponentKind.PRIVACY, "none");
  }

  /** Recurrent networks learn slowly by plain steps. */
  private void suggestAdam() {
    catalog
        .describe(ComponentKind.OPTIMIZER, "adam")
        .map(this::suggested)
        .ifPresent(adam -> {
          adam.set("learningRate", RATE_FOR_TEXTS);
          section(ComponentKind.TRAINING).set("optimizer", adam);
        });
  }

  /** The simplest model for a small table, a network for a large one or for images, if they can learn the task. */
  private void chooseModel() {
    choose(ComponentKind.MODEL, likelyModel());
  }

  private String likelyModel() {
    if (table.image()) {
      return "cnn";
    }
    if (table.words()) {
      return "tagger";
    }
    if (textColumn().isPresent()) {
      return "text";
    }
    if (kind() == Task.Kind.REGRESSION) {
      return "linear";
    }
    return table.rows() < ROWS_FOR_A_NETWORK ? "softmax" : "mlp";
  }

  /** Takes a component with its defaults; the first there is, should that one be missing. */
  void choose(ComponentKind kind, String id) {
    List<ComponentDescriptor> possible = possible(kind);
    ComponentDescriptor chosen =
        possible.stream()
            .filter(descriptor -> descriptor.id().equals(id))
            .findFirst()
            .orElseGet(possible::getFirst);
    sections.put(kind, suggested(chosen));
  }

  /** A component with suggestions for what has no default. */
  ComponentDraft suggested(ComponentDescriptor descriptor) {
    return ComponentDraft.suggested(descriptor, catalog, new Suggestions(table, target));
  }

  /** Components that fit the task. */
  List<ComponentDescriptor> possible(ComponentKind kind) {
    return catalog.list(kind).stream()
        .filter(descriptor -> kind != ComponentKind.MODEL || canLearn(descriptor))
        .toList();
  }

  private boolean canLearn(ComponentDescriptor descriptor) {
    Optional<ComponentFactory> factory = catalog.find(ComponentKind.MODEL, descriptor.id());
    return factory.isPresent()
        && factory.get() instanceof ModelFactory model
        && model.supports(kind())
        && model.takesWords() == (table.words() || textColumn().isPresent());
  }

  ComponentDraft section(ComponentKind kind) {
    return sections.get(kind);
  }

  /** The column of texts whose words are learned from. */
  Optional<String> textColumn() {
    return table.likelyText(target).map(ColumnSummary::name);
  }

  String name() {
    return name;
  }

  void setName(String newName) {
    name = newName;
  }

  String target() {
    return target;
  }

  /** Another column to predict; the model changes with the kind of task. */
  void setTarget(String newTarget) {
    Learned before = learned();
    warnings = List.of();
    target = newTarget;
    leftOut.remove(newTarget);
    followTask(before);
  }

  String task() {
    return task;
  }

  void setTask(String newTask) {
    Learned before = learned();
    task = newTask;
    followTask(before);
  }

  private Learned learned() {
    return new Learned(kind(), textColumn());
  }

  private void followTask(Learned before) {
    if (!learned().equals(before)) {
      chooseModel();
    }
  }

  String test() {
    return test;
  }

  void setTest(String newTest) {
    test = newTest;
  }

  /** What is held out instead of a share of the rows. */
  Optional<Path> testSource() {
    return testsBeside ? table.testBeside() : Optional.empty();
  }

  /** Whether the images that were set apart for tests are held out, where there are some. */
  void holdOutBeside(boolean beside) {
    testsBeside = beside;
  }

  /** What the target column and the chosen task amount to. */
  Task.Kind kind() {
    if (table.words()) {
      return Task.Kind.TAGGING;
    }
    boolean classes =
        task.equals(AUTO)
            ? table.column(target).map(ColumnSummary::hasClasses).orElse(true)
            : task.equals(CLASSIFICATION);
    return classes ? Task.Kind.CLASSIFICATION : Task.Kind.REGRESSION;
  }

  /** Takes what there is to beware of where the present target is predicted. */
  void beware(List<ColumnWarning> columns) {
    warnings = columns;
  }

  /** What there is to beware of in a column. */
  Optional<ColumnWarning> warning(String column) {
    return warnings.stream().filter(warning -> warning.column().equals(column)).findFirst();
  }

  /** The first feature that tells the target by itself. */
  Optional<ColumnWarning> disguised() {
    return warnings.stream()
        .filter(ColumnWarning::disguise)
        .filter(warning -> !dropped().contains(warning.column()))
        .findFirst();
  }

  boolean isLeftOut(String column) {
    return leftOut.contains(column);
  }

  void leaveOut(String column, boolean out) {
    if (out) {
      leftOut.add(column);
    } else {
      leftOut.remove(column);
    }
  }

  /** Columns that are no features: those left out, and the one that tells the clients apart. */
  List<String> dropped() {
    if (table.words() || textColumn().isPresent()) {
      return List.of();
    }
    Set<String> all = new LinkedHashSet<>(leftOut);
    clientColumn().ifPresent(all::add);
    all.remove(target);
    return new ArrayList<>(all);
  }

  private Optional<String> clientColumn() {
    return section(ComponentKind.PARTITIONER).value(COLUMN).map(Object::toString);
  }
}
