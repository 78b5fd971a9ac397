package org.archipelago.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds manifests against the table. */
public final class ArchitectureRules {

  /** The prefix of our bundles and packages. */
  public static final String PREFIX = "org.archipelago.";

  private static final Set<String> JDK = ModuleLayer.boot().modules().stream()
    .flatMap(module -> module.getPackages().stream())
    .collect(Collectors.toUnmodifiableSet());

  private final ArchitectureTable table;

  /** Makes the rules of a table. */
  public ArchitectureRules(ArchitectureTable table) {
    this.table = table;
  }

  /** What the bundles do that the table does not allow, a sentence each; empty if all is well. */
  public List<String> violations(Collection<BundleManifest> bundles) {
    Map<String, String> exporters = new HashMap<>();
    bundles.forEach(bundle -> bundle.exports().forEach(name -> exporters.put(name, bundle.name())));
    List<String> violations = new ArrayList<>();
    for (BundleManifest bundle : bundles) {
      String name = shortName(bundle.name());
      if (!table.rows().containsKey(name)) {
        violations.add(name + " has no row in the table");
        continue;
      }
      bundle.requires().forEach(required -> check(name, required, required, violations));
      bundle.imports().forEach(imported -> {
        if (imported.startsWith(PREFIX) && !exporters.containsKey(imported)) {
          violations.add(name + " imports " + imported + ", which no bundle exports");
        } else {
          check(name, imported, exporters.get(imported), violations);
        }
      });
      if (bundle.components() && !bundle.lazy()) {
        violations.add(name + " declares services but is not activated lazily: they would never be found");
      }
    }
    return violations;
  }

  private void check(String name, String used, String owner, List<String> violations) {
    if (owner != null && owner.startsWith(PREFIX)) {
      String other = shortName(owner);
      if (!other.equals(name) && !table.reachable(name).contains(other)) {
        violations.add(name + " uses " + used + " of " + other + ", which its row does not reach");
      }
    } else if (isForeign(used) && table.rows().get(name).packages().stream().noneMatch(p -> within(used, p))) {
      violations.add(name + " uses " + used + ", which its row does not name");
    }
  }

  /** The JDK's own packages are free, but for pictures and windows. */
  private static boolean isForeign(String name) {
    return !JDK.contains(name) || within(name, "java.awt") || within(name, "javax.swing");
  }

  private static boolean within(String name, String prefix) {
    return name.equals(prefix) || name.startsWith(prefix + ".");
  }

  private static String shortName(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }
}
