package org.archipelago.ui.workbench.run;

/**
 * Something that happened to a run.
 *
 * @param time when, for people to read; empty where the record does not say
 * @param text what
 */
public record LogLine(String time, String text) {}
