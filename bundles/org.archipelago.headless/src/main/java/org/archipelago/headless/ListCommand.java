package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.archipelago.core.Spelling;
import org.archipelago.core.Texts;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.results.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what an experiment can be made of. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List what an experiment can be made of; with an ID, the parameters it takes.",
    footer = {"", "For example: archipelago list privacy, or archipelago list privacy gaussian-central"})
final class ListCommand implements Runnable {

  private static final List<String> KINDS =
      Arrays.stream(ComponentKind.values()).map(ComponentKind::plural).toList();

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      completionCandidates = Kinds.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String kindName;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "A component of that kind.")
  private String id;

  /** For the help text. */
  static final class Kinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return KINDS.iterator();
    }
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Catalog catalog = Catalog.load();
    ComponentKind kind =
        ComponentKind.named(kindName)
            .orElseThrow(
                () ->
                    wrong(
                        "There is no kind '%s'; there is %s.%s"
                            .formatted(
                                kindName, String.join(", ", KINDS), Spelling.didYouMean(kindName, KINDS))));
    if (id == null) {
      new Columns(catalog.list(kind), ComponentDescriptor::id, ComponentDescriptor::text).print(out);
    } else {
      printOne(
          catalog.describe(kind, id).orElseThrow(() -> wrong(catalog.missing(kind, id))), out);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void printOne(ComponentDescriptor component, PrintWriter out) {
    Texts texts = Texts.beside(ListCommand.class);
    out.println(texts.text("list.component", component.title(), component.text()));
    if (!component.source().isEmpty()) {
      out.println(texts.text("list.source", component.source()));
    }
    if (component.parameters().isEmpty()) {
      out.println(texts.text("list.none"));
    }
    component.parameters().forEach(parameter -> printParameter(parameter, out));
    out.flush();
  }

  private static void printParameter(ParameterDescriptor parameter, PrintWriter out) {
    Texts texts = Texts.beside(ListCommand.class);
    String unit = parameter.unit().isEmpty() ? "" : texts.text("list.unit", parameter.unit());
    String need =
        parameter.defaultValue().map(value -> texts.text("list.default", shown(value)))
            .orElseGet(() -> texts.text(parameter.required() ? "list.required" : "list.optional"));
    out.println();
    out.println("  " + parameter.name() + ": " + parameter.localizedAllowed() + unit + need);
    out.println("      " + parameter.text());
  }

  private static String shown(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ListCommand::shown).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Double number ? Format.plain(number) : String.valueOf(value);
  }
}
