package org.archipelago.federation;

/**
 * What the server knows of a client.
 *
 * @param index its place among the clients, from 0; ties are broken by it
 * @param name for people
 * @param rows training rows it says it holds
 */
public record ClientInfo(int index, String name, long rows) {}
