package io.renoz.platform.rest.front;

import io.renoz.platform.rest.Visit;
import java.io.IOException;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response that is not brought to a proper end once its visit is torn: half a file that looks like a whole one would be
 * worse than none.
 */
final class TearableResponse extends HttpServletResponseWrapper {

    private final Visit visit;
    private @Nullable Stream stream;

    TearableResponse(HttpServletResponse response, Visit visit) {
        super(response);
        this.visit = visit;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Stream(super.getOutputStream());
        }
        return stream;
    }

    private final class Stream extends ServletOutputStream {

        private final ServletOutputStream out;

        Stream(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            if (!visit.torn()) {
                out.write(value);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!visit.torn()) {
                out.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!visit.torn()) {
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!visit.torn()) {
                out.close();
            }
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
