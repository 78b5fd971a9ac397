package org.archipelago.core;

/**
 * What a run is going to need of Java's memory, in bytes, roughly; known before its first round. It grows
 * with the workers and the data, not with how many clients train on the model.
 *
 * @param server copies of the model that the server keeps, and updates that wait for it
 * @param workers what all workers together train and measure in
 * @param threads how many workers
 * @param data the encoded rows
 * @param records what is kept of each client and of each round
 */
public record MemoryNeed(long server, long workers, int threads, long data, long records) {

  public long total() {
    return server + workers + data + records;
  }
}
