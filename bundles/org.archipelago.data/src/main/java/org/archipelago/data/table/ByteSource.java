package org.archipelago.data.table;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read more than once. */
@FunctionalInterface
public interface ByteSource {

  InputStream open() throws IOException;
}
