package io.renoz.settings.export;

import io.renoz.problem.Problem;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** SET-20: a file of a size that is agreed. */
final class LimitedFile extends FilterOutputStream {

    private final long most;
    private long written;

    LimitedFile(OutputStream out, long most) {
        super(out);
        this.most = most;
    }

    @Override
    public void write(int value) throws IOException {
        count(1);
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    /** @throws Problem {@code export-too-large} */
    private void count(int more) {
        written += more;
        if (written > most) {
            throw new Problem(413, "export-too-large", "The file would be larger than " + most / 1_000_000 + " MB.");
        }
    }
}
