package io.renoz.platform.rest.front;

import io.renoz.platform.rest.Visit;
import io.renoz.problem.Problem;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.servlet.AsyncContext;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** A request whose body ends with 413 at its limit, however it is sent; keeps what was read when it is asked to. */
final class LimitedRequest extends HttpServletRequestWrapper implements Visit.Body {

    private static final long THROWN_AWAY = 10_485_760;

    private long limit;
    private final @Nullable ByteArrayOutputStream kept;
    private final Consumer<AsyncContext> later;
    private @Nullable Limited stream;

    /**
     * @param later gets told when the request is answered asynchronously
     */
    LimitedRequest(HttpServletRequest request, long limit, boolean keep, Consumer<AsyncContext> later) {
        super(request);
        this.limit = limit;
        this.later = later;
        this.kept = keep ? new ByteArrayOutputStream() : null;
    }

    /**
     * The refusal of a body that is too large. What comes of it, up to a bound, is read and thrown away first: a connection
     * that is closed with bytes on their way would lose the answer.
     */
    static Problem tooLarge(InputStream rest, long limit) throws IOException {
        throwAway(rest, THROWN_AWAY);
        return Problem.of("payload-too-large", "A body has " + limit + " bytes at most.")
                .with("limit", limit);
    }

    /**
     * Reads what nobody wanted of a body, up to a bound, after the answer is out: the container would close the connection,
     * and the caller's next request on it would fail.
     */
    static void leaveNothing(HttpServletRequest request, HttpServletResponse response, long most) throws IOException {
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (body && !request.getInputStream().isFinished()) {
            response.flushBuffer();
            throwAway(request.getInputStream(), most);
        }
    }

    private static void throwAway(InputStream rest, long most) throws IOException {
        byte[] buffer = new byte[16_384];
        long thrown = 0;
        for (int read = rest.read(buffer); read >= 0 && thrown < most; read = rest.read(buffer)) {
            thrown += read;
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Limited(super.getInputStream());
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public AsyncContext startAsync() {
        AsyncContext context = super.startAsync();
        later.accept(context);
        return context;
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        AsyncContext context = super.startAsync(request, response);
        later.accept(context);
        return context;
    }

    @Override
    public void most(long bytes) {
        limit = bytes;
    }

    @Override
    public byte[] read() {
        return kept == null ? new byte[0] : kept.toByteArray();
    }

    private final class Limited extends ServletInputStream {

        private final ServletInputStream in;
        private long count;

        Limited(ServletInputStream in) {
            this.in = in;
        }

        private void count(int read) throws IOException {
            count += Math.max(read, 0);
            if (count > limit) {
                throw tooLarge(in, limit);
            }
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value >= 0) {
                count(1);
                if (kept != null) {
                    kept.write(value);
                }
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(read);
            if (kept != null && read > 0) {
                kept.write(buffer, offset, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
