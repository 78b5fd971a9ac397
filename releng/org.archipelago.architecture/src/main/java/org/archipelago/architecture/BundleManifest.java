package org.archipelago.architecture;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;

/**
 * What a built manifest says about whom a bundle uses.
 *
 * @param name the symbolic name
 * @param exports the packages it offers
 * @param imports the packages it asks for
 * @param requires the bundles it asks for by name
 * @param lazy whether it is activated when its first class is loaded
 * @param components whether it declares services
 */
public record BundleManifest(String name, Set<String> exports, Set<String> imports, Set<String> requires,
    boolean lazy, boolean components) {

  /** Reads the main attributes of a manifest. */
  public static BundleManifest of(Attributes main) {
    return new BundleManifest(
      names(main.getValue("Bundle-SymbolicName")).iterator().next(),
      names(main.getValue("Export-Package")),
      names(main.getValue("Import-Package")),
      names(main.getValue("Require-Bundle")),
      "lazy".equals(main.getValue("Bundle-ActivationPolicy")),
      main.getValue("Service-Component") != null);
  }

  /** The names in a header, without their attributes: commas inside quotes do not separate. */
  static Set<String> names(String header) {
    Set<String> names = new LinkedHashSet<>();
    if (header == null) {
      return names;
    }
    for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
      for (String part : clause.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
        if (!part.contains("=")) {
          names.add(part.strip());
        }
      }
    }
    return names;
  }
}
