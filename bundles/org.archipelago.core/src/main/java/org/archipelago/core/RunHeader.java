package org.archipelago.core;

/**
 * What is known about a run before its first round.
 *
 * @param experiment the experiment as run, every default filled in
 * @param text the experiment's file, as run
 * @param provenance where the results come from
 * @param dataset what the data looked like
 * @param privateCohort whether a record that leaves the screen must not tell who took part: the
 *     guarantee of a privacy strategy rests on it
 */
public record RunHeader(
    Experiment experiment,
    String text,
    Provenance provenance,
    DatasetSummary dataset,
    boolean privateCohort) {}
