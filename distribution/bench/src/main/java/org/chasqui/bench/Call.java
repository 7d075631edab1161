package org.chasqui.bench;

import java.io.IOException;
import java.net.URI;

/** POSTs JSON over kept connections; for several threads. The ways to do it are what {@link DirectPart} compares. */
interface Call extends AutoCloseable {

    /** An answer whose body was read to its end. */
    record Answer(int status, byte[] body) {}

    Answer post(URI address, String bearer, byte[] json) throws IOException;

    @Override
    default void close() {}
}
