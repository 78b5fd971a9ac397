package org.archipelago.federation;

import org.archipelago.learning.ModelParameters;

/** Gathers one round's updates. Not thread-safe; updates come in the order of clients' indices. */
public interface Aggregator {

  /** Takes an update in; may keep it or be done with it on return. */
  void accept(ClientUpdate update);

  /** The combined change to the global model; zeros when no update came. */
  ModelParameters aggregate();
}
