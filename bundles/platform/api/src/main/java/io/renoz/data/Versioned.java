package io.renoz.data;

import java.util.UUID;

/** What the API shows of one record; {@code version} becomes its ETag. */
public interface Versioned {

    UUID id();

    int version();
}
