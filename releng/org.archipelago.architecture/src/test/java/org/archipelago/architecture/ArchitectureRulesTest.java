package org.archipelago.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;

/** The architecture test itself can fail: made-up bundles that break each rule. */
class ArchitectureRulesTest {

    private static final List<String> TABLE = """
        Some text.

        | bundle | holds | of ours | of others |
        | --- | --- | --- | --- |
        | `core` | values | | |
        | `engine` | the loop | `core` | |
        | `charts` | pictures | `core` | `org.jfree`, `java.awt` |
        | `view` | windows | `engine`, `charts` | `org.eclipse` |
        """.lines().toList();

    private static final BundleManifest CORE = bundle("core", "Export-Package: org.archipelago.core;version=\"0.1.0\"");

    private final ArchitectureRules rules = new ArchitectureRules(ArchitectureTable.parse(TABLE));

    @Test
    void anAllowedArrowAndWhatItReachesPass() {
        assertViolations(List.of(CORE,
            bundle("engine", "Import-Package: java.util.function,org.archipelago.core;version=\"[0.1,1)\""),
            bundle("view", "Require-Bundle: org.eclipse.ui,org.archipelago.engine;bundle-version=\"[0.1,1)\"",
                "Import-Package: org.archipelago.core")));
    }

    @Test
    void aPackageOfABundleOutOfReachFails() {
        assertViolations(List.of(bundle("core", "Import-Package: org.archipelago.engine.loop"),
                bundle("engine", "Export-Package: org.archipelago.engine.loop;uses:=\"java.util,java.io\"")),
            "core uses org.archipelago.engine.loop of engine, which its row does not reach");
    }

    @Test
    void aRequiredBundleOutOfReachFails() {
        assertViolations(List.of(bundle("charts", "Require-Bundle: org.archipelago.engine")),
            "charts uses org.archipelago.engine of engine, which its row does not reach");
    }

    @Test
    void librariesAreNotInherited() {
        assertViolations(List.of(bundle("view", "Import-Package: org.jfree.chart,org.eclipse.swt")),
            "view uses org.jfree.chart, which its row does not name");
    }

    @Test
    void eclipseAndAwtInACoreBundleFail() {
        assertViolations(List.of(bundle("engine", "Import-Package: org.eclipse.swt.widgets,java.awt,java.awt.image")),
            "engine uses org.eclipse.swt.widgets, which its row does not name",
            "engine uses java.awt, which its row does not name",
            "engine uses java.awt.image, which its row does not name");
    }

    @Test
    void aBundleWithoutARowFails() {
        assertViolations(List.of(bundle("newcomer")), "newcomer has no row in the table");
    }

    @Test
    void aPackageThatNobodyExportsFails() {
        assertViolations(List.of(CORE, bundle("engine", "Import-Package: org.archipelago.core.internal")),
            "engine imports org.archipelago.core.internal, which no bundle exports");
    }

    @Test
    void servicesWithoutLazyActivationFail() {
        assertViolations(List.of(bundle("engine", "Service-Component: OSGI-INF/a.xml")),
            "engine declares services but is not activated lazily: they would never be found");
    }

    @Test
    void aTableThatNamesAnUnknownBundleIsRefused() {
        List<String> table = List.of("| bundle | holds | of ours | of others |", "| --- | --- | --- | --- |",
            "| `core` | values | `cellar` | |");
        assertEquals("core may name cellar, which has no row",
            assertThrows(IllegalArgumentException.class, () -> ArchitectureTable.parse(table)).getMessage());
    }

    @Test
    void namesInAHeaderIgnoreAttributesAndQuotedCommas() {
        assertEquals(Set.of("a.b", "c", "d"),
            BundleManifest.names("a.b;c;uses:=\"x,y;z\";version=\"[1,2)\", d;resolution:=optional"));
    }

    private void assertViolations(List<BundleManifest> bundles, String... expected) {
        assertEquals(List.of(expected), rules.violations(bundles));
    }

    private static BundleManifest bundle(String name, String... headers) {
        Attributes attributes = new Attributes();
        attributes.putValue("Bundle-SymbolicName", "org.archipelago." + name + ";singleton:=true");
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            attributes.putValue(parts[0], parts[1]);
        }
        return BundleManifest.of(attributes);
    }
}
