package org.archipelago.ui.workbench.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.archipelago.core.Experiment;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.data.table.FileFormat;

/** Writes a draft as an experiment file, with what the descriptors say as comments. */
final class DraftText {

  private static final int WIDTH = 100;
  private static final long SEED = 42;
  private static final Set<ParameterType> TEXTS =
      EnumSet.of(
          ParameterType.TEXT, ParameterType.TEXT_LIST, ParameterType.TEXT_GROUPS, ParameterType.CHOICE);
  private static final Set<String> WORDS_WITH_A_MEANING = Set.of("null", "true", "false", "~");
  private static final List<ComponentKind> AFTER_DATA =
      List.of(
          ComponentKind.PARTITIONER,
          ComponentKind.MODEL,
          ComponentKind.TRAINING,
          ComponentKind.SAMPLER,
          ComponentKind.STRATEGY,
          ComponentKind.PRIVACY);

  private final ExperimentDraft draft;
  private final StringBuilder out = new StringBuilder();

  private DraftText(ExperimentDraft draft) {
    this.draft = draft;
  }

  /** The file's text; it can be read even where values are not allowed. */
  static String of(ExperimentDraft draft) {
    return new DraftText(draft).write();
  }

  private String write() {
    line("", "format: " + Experiment.FORMAT, "");
    line("", "name: " + quoted(draft.name()), "");
    line("", "seed: " + SEED, WizardMessages.seedComment);
    out.append('\n');
    data();
    for (ComponentKind kind : AFTER_DATA) {
      section(kind, draft.section(kind));
    }
    return out.toString();
  }

  private void data() {
    ComponentDescriptor data = draft.catalog().list(ComponentKind.DATA).getFirst();
    line("", "data:", data.text());
    ComponentDraft values = ComponentDraft.of(data);
    values.set("source", draft.table().source());
    format(values, draft.format());
    values.set("target", draft.target());
    if (!draft.task().equals(ExperimentDraft.AUTO)) {
      values.set("task", draft.task());
    }
    values.set("test", draft.testSource().isPresent() ? "0" : draft.test());
    draft.testSource().ifPresent(beside -> values.set("testSource", path(beside)));
    draft.table().broughtTo().ifPresent(size -> values.set("image", size.toList()));
    draft.textColumn().ifPresent(texts -> values.set("textColumn", texts));
    if (!draft.dropped().isEmpty()) {
      values.set("drop", draft.dropped());
    }
    parameters("  ", values);
  }

  /** What is not found out from the file. */
  private static void format(ComponentDraft values, FileFormat format) {
    FileFormat usual = FileFormat.DETECTED;
    set(values, "delimiter", format.delimiter(), usual.delimiter());
    set(values, "quote", format.quote(), usual.quote());
    set(values, "encoding", format.encoding(), usual.encoding());
    set(values, "decimal", format.decimal(), usual.decimal());
    set(values, "header", format.header(), usual.header());
    set(values, "missingTexts", format.missing(), usual.missing());
    set(values, "asTexts", format.texts(), usual.texts());
    set(values, "asNumbers", format.numbers(), usual.numbers());
  }

  private static void set(ComponentDraft values, String name, Object value, Object usual) {
    if (!value.equals(usual)) {
      values.set(name, value);
    }
  }

  private static String path(Path file) {
    return file.toAbsolutePath().toString().replace('\\', '/');
  }

  private void section(ComponentKind kind, ComponentDraft component) {
    if (kind.isSingle()) {
      line("", kind.key() + ":", component.descriptor().text());
      parameters("  ", component);
    } else {
      component("", kind.key(), component);
    }
  }

  private void component(String indent, String key, ComponentDraft component) {
    line(indent, key + ":", "");
    line(indent + "  ", "id: " + component.descriptor().id(), component.descriptor().text());
    parameters(indent + "  ", component);
  }

  private void parameters(String indent, ComponentDraft component) {
    for (ParameterDescriptor parameter : component.descriptor().parameters()) {
      component.value(parameter.name()).ifPresent(value -> parameter(indent, parameter, value));
    }
  }

  private void parameter(String indent, ParameterDescriptor parameter, Object value) {
    if (value instanceof ComponentDraft inner) {
      component(indent, parameter.name(), inner);
    } else {
      line(indent, parameter.name() + ": " + yaml(parameter.type(), value), parameter.text());
    }
  }

  /** The comment stands behind the line where it fits, else in lines of its own above. */
  private void line(String indent, String text, String comment) {
    String behind = indent + text + "  # " + comment;
    if (comment.isEmpty() || behind.length() > WIDTH) {
      wrapped(indent, comment).forEach(above -> out.append(above).append('\n'));
      out.append(indent).append(text).append('\n');
    } else {
      out.append(behind).append('\n');
    }
  }

  private static List<String> wrapped(String indent, String comment) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : comment.isEmpty() ? new String[0] : comment.split(" ")) {
      if (!line.isEmpty() && indent.length() + line.length() + word.length() > WIDTH - 4) {
        lines.add(indent + "#" + line);
        line.setLength(0);
      }
      line.append(' ').append(word);
    }
    if (!line.isEmpty()) {
      lines.add(indent + "#" + line);
    }
    return lines;
  }

  private static String yaml(ParameterType type, Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(element -> yaml(type, element))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    String text = value.toString().strip();
    return TEXTS.contains(type) || !text.matches("[-+.0-9A-Za-z]+") ? quoted(text) : text;
  }

  /** As it is where YAML takes it for a text anyway; else in double quotes. */
  private static String quoted(String text) {
    boolean plain =
        text.matches("[A-Za-z_][A-Za-z0-9_-]*")
            && !WORDS_WITH_A_MEANING.contains(text.toLowerCase(Locale.ROOT));
    if (plain) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        default -> quoted.append(c < ' ' ? String.format(Locale.ROOT, "\\x%02x", (int) c) : c);
      }
    }
    return quoted.append('"').toString();
  }
}
