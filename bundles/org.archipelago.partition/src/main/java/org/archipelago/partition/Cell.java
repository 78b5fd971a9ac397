package org.archipelago.partition;

/** One client's rows of one class. */
public record Cell(int client, int label) {}
