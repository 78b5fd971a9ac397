package org.archipelago.ui.help;

/**
 * A part of the program that others have written.
 *
 * @param name its bundle's
 * @param version that is in use
 * @param licence its short name
 * @param licenceText link to its text, to be shown as a page
 */
public record Component(String name, String version, String licence, String licenceText) {}
