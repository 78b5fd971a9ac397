package org.archipelago.ui.common;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentFactory;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Gathers the components that bundles bring as services. Thread-safe. */
public final class CatalogService implements AutoCloseable {

  private final ServiceTracker<ComponentFactory, ComponentFactory> tracker;
  private int gatheredAt = -1;
  private Catalog catalog;

  public CatalogService(BundleContext context) {
    tracker = new ServiceTracker<>(context, ComponentFactory.class, null);
    tracker.open();
  }

  /** Everything that is there now; the same object until a bundle comes or goes. */
  public synchronized Catalog catalog() {
    int count = tracker.getTrackingCount();
    if (catalog == null || count != gatheredAt) {
      catalog = new Catalog(factories());
      gatheredAt = count;
    }
    return catalog;
  }

  private List<ComponentFactory> factories() {
    return Arrays.stream(tracker.getServices(new ComponentFactory[0]))
        .sorted(Comparator.comparing(factory -> factory.getClass().getName()))
        .toList();
  }

  @Override
  public void close() {
    tracker.close();
  }
}
