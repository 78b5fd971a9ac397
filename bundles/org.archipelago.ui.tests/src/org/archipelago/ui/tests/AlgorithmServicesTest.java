package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Inside the workbench every algorithm is a service, those of bundles that nothing requires too. */
class AlgorithmServicesTest {

    private static final String FACTORY = "org.archipelago.core.catalog.ComponentFactory";

    private final BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();

    @Test
    void everyListedFactoryIsAService() throws IOException, InvalidSyntaxException {
        Set<String> listed = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            URL list = bundle.getEntry("META-INF/services/" + FACTORY);
            if (list != null) {
                try (BufferedReader reader = new BufferedReader(
                        new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines().map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty()).forEach(listed::add);
                }
            }
        }
        Set<String> services = new TreeSet<>();
        for (ServiceReference<?> reference : context.getAllServiceReferences(FACTORY, null)) {
            services.add((String) reference.getProperty("component.name"));
        }
        assertEquals(listed, services);
        assertTrue(services.contains("org.archipelago.strategies.FedAvg"), "of " + services);
        assertTrue(services.contains("org.archipelago.privacy.GaussianCentral"), "of " + services);
    }
}
