package org.archipelago.ui.workbench.wizard;

import java.util.Optional;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.data.inspect.ColumnSummary;
import org.archipelago.data.inspect.TableSummary;

/** Values to begin with where a descriptor has no default, fit for the table at hand. */
final class Suggestions {

  private static final int USUAL_CLIENTS = 10;
  private static final int ROWS_A_CLIENT = 20;
  private static final int LEAST_CLIENTS = 2;

  private final TableSummary table;
  private final String target;

  Suggestions(TableSummary table, String target) {
    this.table = table;
    this.target = target;
  }

  /** Something that the parameter allows; nothing if it need not be given, or nothing fits. */
  Optional<Object> of(ParameterDescriptor parameter) {
    if (!parameter.required()) {
      return Optional.empty();
    }
    return switch (parameter.name()) {
      case "clients" -> Optional.of(clients());
      case "size" -> Optional.of(Math.max(1, clients() / 2));
      case "rate" -> Optional.of(0.5);
      case ExperimentDraft.COLUMN -> clientColumn();
      default -> usual(parameter);
    };
  }

  /** How many clients the rows suffice for. */
  int clients() {
    return Math.clamp(table.rows() / ROWS_A_CLIENT, LEAST_CLIENTS, USUAL_CLIENTS);
  }

  private Optional<Object> clientColumn() {
    return table
        .likelyClient(target)
        .or(() ->
            table.columns().stream()
                .filter(column -> column.couldNameClients() && !column.name().equals(target))
                .findFirst())
        .map(ColumnSummary::name);
  }

  private static Optional<Object> usual(ParameterDescriptor parameter) {
    if (parameter.type() == ParameterType.CHOICE) {
      return Optional.of(parameter.choices().getFirst());
    }
    boolean isNumber =
        parameter.type() == ParameterType.NUMBER || parameter.type() == ParameterType.INTEGER;
    return isNumber && parameter.range().contains(1) ? Optional.of(1) : Optional.empty();
  }
}
