package io.renoz.platform.installer;

import io.renoz.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may still come out of one module's file: a small archive can hold more than the memory. Used by one thread. */
final class Allowance {

    static final int MEGABYTES = 128;

    private long left = (long) MEGABYTES << 20;

    /** The same bytes, as far as they are allowed. */
    InputStream of(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                spend(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                spend(Math.max(0, read));
                return read;
            }
        };
    }

    private void spend(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw Problem.of("unreadable-file", "It unpacks to more than " + MEGABYTES + " MB.");
        }
    }
}
