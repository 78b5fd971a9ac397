package org.archipelago.learning;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.archipelago.core.Inputs;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;

/** Makes the model that an experiment chose. */
public final class Models {

  /** Copies of a model's parameters that a run with one worker keeps, roughly. */
  private static final int COPIES = 8;

  private Models() {}

  /**
   * @param spec the experiment's section {@code model}
   * @param task what is to be learned
   * @param inputs what it learns from
   * @throws InvalidInputException if there is no such model, if it can't learn such a target, if the
   *     target has fewer than two classes, if there is no feature, if the model can't take such inputs, or if it is
   *     too large for the memory
   */
  public static Model create(Catalog catalog, ComponentSpec spec, Task task, Inputs inputs) {
    ModelFactory factory = catalog.get(ComponentKind.MODEL, spec.id(), ModelFactory.class);
    if (!factory.supports(task.kind())) {
      throw unsupported(catalog, spec.id(), task, inputs);
    }
    if (task.kind() != Task.Kind.REGRESSION && task.classes().size() < 2) {
      throw problem(
          "data.target",
          ("The column '%s' has only %s, but a model needs two classes or more to tell apart; choose"
                  + " another target.")
              .formatted(task.target(), classes(task)));
    }
    if (inputs.columns() < 1) {
      throw problem(
          "data.target",
          "There is no column besides the target '%s' to learn from.".formatted(task.target()));
    }
    if (inputs.words() && !factory.takesWords()) {
      throw problem(
          "model.id",
          ("The features are the words of a text, whose numbers mean nothing to the model '%s'. Choose one of"
                  + " the models %s.")
              .formatted(spec.id(), listed(catalog, other -> other.takesWords() && other.supports(task.kind()))));
    }
    if (!inputs.words() && factory.takesWords()) {
      throw problem(
          "data.textColumn",
          ("The model '%s' reads the words of a text, and the data has none: name the column of texts in"
                  + " data.textColumn, or choose one of the models %s.")
              .formatted(spec.id(), listed(catalog, other -> !other.takesWords() && other.supports(task.kind()))));
    }
    Model model = factory.create(spec.parameters(), task, inputs);
    requireFits(model, Runtime.getRuntime().maxMemory());
    requireBatchFits(model, 1, Runtime.getRuntime().maxMemory());
    return model;
  }

  /**
   * A run keeps the global model, what clients send, and for each worker parameters, gradients, their
   * transposes and the optimiser's memory.
   *
   * @param memory bytes that Java may use
   */
  static void requireFits(Model model, long memory) {
    double gigabytes = 4e-9 * model.size();
    double needed = COPIES * gigabytes;
    if (needed > 1e-9 * memory) {
      throw problem(
          "model.id",
          String.format(
              Locale.ROOT,
              "The model has %,d parameters, %.1f GB. A run needs about %d times as much, %.1f GB, and Java"
                  + " may use %.1f GB: choose smaller layers, or give Java more memory (-Xmx).",
              model.size(),
              gigabytes,
              COPIES,
              needed,
              1e-9 * memory));
    }
  }

  /** Parameters, where they began, their gradients, and what layers compute of a batch. */
  static long workspaceBytes(Model model, int batch) {
    return 3 * 4 * model.size() + batch * model.bytesPerRow();
  }

  /** A worker keeps parameters, gradients and what every layer computes of a batch. */
  static void requireBatchFits(Model model, int batch, long memory) {
    double parameters = 3 * 4.0 * model.size();
    double most = Math.min(memory - parameters, 4.0 * Integer.MAX_VALUE - parameters);
    if (batch * (double) model.bytesPerRow() > most) {
      throw problem(
          "training.batchSize",
          String.format(
              Locale.ROOT,
              "A batch of %,d rows needs %.1f GB in this model, and Java may use %.1f GB: take a batchSize of at"
                  + " most %,d, smaller layers, or give Java more memory (-Xmx).",
              batch,
              1e-9 * batch * model.bytesPerRow(),
              1e-9 * memory,
              Math.max(1, (int) (most / model.bytesPerRow()))));
    }
  }

  private static InvalidInputException unsupported(
      Catalog catalog, String id, Task task, Inputs inputs) {
    String found =
        switch (task.kind()) {
          case CLASSIFICATION -> "categorical, with " + classes(task);
          case REGRESSION -> "a number";
          case TAGGING -> "a tag for every word, with " + classes(task);
        };
    ModelFactory factory = catalog.get(ComponentKind.MODEL, id, ModelFactory.class);
    return problem(
        "model.id",
        ("The model '%s' learns %s, but the target '%s' is %s. Choose one of the models %s, or name a %s"
                + " column in data.target.")
            .formatted(
                id,
                factory.supports(Task.Kind.TAGGING)
                    ? "tags"
                    : factory.supports(Task.Kind.CLASSIFICATION) ? "classes" : "numbers (regression)",
                task.target(),
                found,
                listed(
                    catalog,
                    other -> other.supports(task.kind()) && other.takesWords() == inputs.words()),
                factory.supports(Task.Kind.TAGGING)
                    ? "token file's"
                    : factory.supports(Task.Kind.CLASSIFICATION) ? "categorical" : "numeric"));
  }

  private static String listed(Catalog catalog, Predicate<ModelFactory> wanted) {
    return catalog.list(ComponentKind.MODEL).stream()
        .map(ComponentDescriptor::id)
        .filter(id -> wanted.test(catalog.get(ComponentKind.MODEL, id, ModelFactory.class)))
        .collect(Collectors.joining(", "));
  }

  private static String classes(Task task) {
    int shown = 5;
    String labels = task.classes().stream().limit(shown).collect(Collectors.joining(", "));
    int size = task.classes().size();
    return "%d %s (%s%s)"
        .formatted(size, size == 1 ? "class" : "classes", labels, size > shown ? ", …" : "");
  }

  private static InvalidInputException problem(String path, String message) {
    return new InvalidInputException(Problem.atField(path, message));
  }
}
