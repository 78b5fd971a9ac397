package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.archipelago.core.Problem;
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
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

  private static final List<String> KINDS =
      Arrays.stream(ComponentKind.values()).map(ComponentKind::plural).toList();

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      completionCandidates = Kinds.class,
      descriptionKey = "list.kind")
  private String kindName;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", descriptionKey = "list.id")
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
                        Words.say("list.noKind", kindName, String.join(", ", KINDS))
                            + Words.didYouMean(kindName, KINDS)));
    if (id == null) {
      new Columns(catalog.list(kind), ComponentDescriptor::id, ComponentDescriptor::text).print(out);
    } else {
      printOne(catalog.describe(kind, id).orElseThrow(() -> missing(catalog, kind)), out);
    }
  }

  private ParameterException missing(Catalog catalog, ComponentKind kind) {
    return wrong(Problem.atField("", catalog.missing(kind, id)).localizedMessage());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void printOne(ComponentDescriptor component, PrintWriter out) {
    out.println(Words.say("list.component", component.title(), component.text()));
    if (!component.source().isEmpty()) {
      out.println(Words.say("list.source", component.source()));
    }
    if (component.parameters().isEmpty()) {
      out.println(Words.say("list.none"));
    }
    component.parameters().forEach(parameter -> printParameter(parameter, out));
    out.flush();
  }

  private static void printParameter(ParameterDescriptor parameter, PrintWriter out) {
    String unit = parameter.unit().isEmpty() ? "" : Words.say("list.unit", parameter.unit());
    String need =
        parameter.defaultValue().map(value -> Words.say("list.default", shown(value)))
            .orElseGet(() -> Words.say(parameter.required() ? "list.required" : "list.optional"));
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
