package org.archipelago.federation;

/** Changes an update before it is aggregated, such as by clipping. Thread-safe and deterministic. */
@FunctionalInterface
public interface UpdateProcessor {

  /** May change the update's delta in place. */
  ClientUpdate process(ClientUpdate update);
}
