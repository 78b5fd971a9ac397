package org.archipelago.store.experiment;

/**
 * Something that can be written at a place in an experiment file.
 *
 * @param offset where it begins, in chars from 0
 * @param length of what it replaces: the part of it that is there already
 * @param text what is written
 * @param label what a list of completions calls it
 * @param help what it means; may be empty
 */
public record Completion(int offset, int length, String text, String label, String help) {}
