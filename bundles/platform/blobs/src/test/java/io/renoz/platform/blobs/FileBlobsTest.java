package io.renoz.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.blob.Blob;
import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileBlobsTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final String KEY = ORGANIZATION + "/customer/" + UUID.randomUUID();

    private final Ends transactions = new Ends();
    private Path home;
    private FileBlobs blobs;

    @BeforeEach
    void open(@TempDir Path folder) {
        home = folder;
        blobs = new FileBlobs(transactions, home.resolve("blobs"));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(String key, long from, long length) throws IOException {
        try (InputStream in = blobs.open(key, from, length)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void keepsBytesUnderTheirKey() throws IOException {
        var stored = blobs.put(KEY, bytes("0123456789"), 10);
        transactions.commit();

        assertThat(stored.size()).isEqualTo(10);
        assertThat(stored.sha256()).isEqualTo("84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882");
        assertThat(read(KEY, 0, 100)).isEqualTo("0123456789");
        assertThat(blobs.find(KEY)).map(Blob::size).contains(10L);
        assertThat(files()).containsExactly(home.resolve("blobs").resolve(KEY));
    }

    @Test
    void readsAnyPart() throws IOException {
        blobs.put(KEY, bytes("0123456789"), 10);

        assertThat(read(KEY, 3, 4)).isEqualTo("3456");
        assertThat(read(KEY, 8, 100)).isEqualTo("89");
        assertThat(read(KEY, 10, 1)).isEmpty();
        assertThat(read(KEY, 0, 0)).isEmpty();
        try (InputStream in = blobs.open(KEY, 2, 3)) {
            assertThat(in.read()).isEqualTo('2');
            assertThat(in.skip(9)).isEqualTo(2);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void takesAllOrNothing() throws IOException {
        Problem large = catchThrowableOfType(Problem.class, () -> blobs.put(KEY, bytes("0123456789"), 9));
        assertThatThrownBy(() -> blobs.put(KEY, new Broken(), 1000)).isInstanceOf(java.io.UncheckedIOException.class);

        assertThat(large.slug()).isEqualTo("file-too-large");
        assertThat(files()).isEmpty();
        assertThat(blobs.find(KEY)).isEmpty();
    }

    @Test
    void writesOnce() throws IOException {
        blobs.put(KEY, bytes("first"), 10);
        transactions.commit();

        assertThatThrownBy(() -> blobs.put(KEY, bytes("second"), 10)).isInstanceOf(IllegalStateException.class);
        transactions.rollback();

        assertThat(read(KEY, 0, 10)).isEqualTo("first");
    }

    @Test
    void forgetsWhatARollbackTakesBack() throws IOException {
        blobs.put(KEY, bytes("content"), 10);
        transactions.rollback();

        assertThat(files()).isEmpty();
        assertThat(catchThrowableOfType(Problem.class, () -> blobs.open(KEY)).slug())
                .isEqualTo("gone");
    }

    @Test
    void deletesWithTheCommitAndNotBefore() throws IOException {
        blobs.put(KEY, bytes("content"), 10);
        transactions.commit();

        blobs.delete(KEY);
        transactions.rollback();
        assertThat(read(KEY, 0, 10)).isEqualTo("content");

        blobs.delete(KEY);
        transactions.commit();
        blobs.delete(KEY);
        transactions.commit();
        assertThat(blobs.find(KEY)).isEmpty();
    }

    @Test
    void listsWhatIsBelowAFolder() {
        blobs.put(KEY, bytes("a"), 10);
        blobs.put(ORGANIZATION + "/order/b", bytes("bb"), 10);
        blobs.put(UUID.randomUUID() + "/order/c", bytes("ccc"), 10);

        try (Stream<Blob> all = blobs.list(ORGANIZATION.toString())) {
            assertThat(all).extracting(Blob::key).containsExactlyInAnyOrder(KEY, ORGANIZATION + "/order/b");
        }
        try (Stream<Blob> none = blobs.list(UUID.randomUUID().toString())) {
            assertThat(none).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alone",
                "../outside",
                "a/../../outside",
                "a/..",
                "a/./b",
                "/etc/passwd",
                "a//b",
                "a/b/",
                "a/.hidden",
                ".incoming/x",
                "a\\..\\b/c",
                "a/b\u0000c",
                "a/b c",
                "a/ä",
                "a/b/c/d/e/f/g/h/i"
            })
    void leadsNowhereElse(String key) {
        assertThatThrownBy(() -> blobs.put(key, bytes("x"), 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.delete(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clearsAwayWhatADeadProcessLeft() throws IOException {
        Path incoming = home.resolve("blobs/.incoming");
        Path old = Files.writeString(incoming.resolve("old.part"), "half");
        Path running = Files.writeString(incoming.resolve("running.part"), "half");
        Files.setLastModifiedTime(
                old,
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().minus(java.time.Duration.ofDays(2))));

        open(home);

        assertThat(old).doesNotExist();
        assertThat(running).exists();
    }

    /** A stream that breaks off. */
    private static final class Broken extends InputStream {
        private int count;

        @Override
        public int read() throws IOException {
            if (count++ > 100) {
                throw new IOException("broken off");
            }
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            buffer[offset] = (byte) read();
            return 1;
        }
    }

    /** Transactions that end when they are told. */
    private static final class Ends implements Transactions {
        private final List<Runnable> commits = new ArrayList<>();
        private final List<Runnable> rollbacks = new ArrayList<>();

        void commit() {
            end(commits);
        }

        void rollback() {
            end(rollbacks);
        }

        private void end(List<Runnable> work) {
            List<Runnable> due = List.copyOf(work);
            commits.clear();
            rollbacks.clear();
            due.forEach(Runnable::run);
        }

        @Override
        public <T> T run(Call call, Callable<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T apart(Call call, Callable<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void afterCommit(Runnable work) {
            commits.add(work);
        }

        @Override
        public void afterRollback(Runnable work) {
            rollbacks.add(work);
        }
    }
}
