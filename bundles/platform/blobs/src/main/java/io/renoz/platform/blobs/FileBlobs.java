package io.renoz.platform.blobs;

import io.renoz.blob.Blob;
import io.renoz.blob.BlobStore;
import io.renoz.blob.StoredBlob;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps bytes in files below {@code $RENOZ_HOME/blobs}. A folder that several nodes share must be one file system to all. */
@Component
public final class FileBlobs implements BlobStore {

    private final Transactions transactions;
    private final Path folder;
    private final Keys keys;
    private final Incoming incoming;

    @Activate
    public FileBlobs(@Reference Transactions transactions) {
        this(transactions, folder(System.getenv("RENOZ_HOME")));
    }

    /** Below any folder. */
    public FileBlobs(Transactions transactions, Path folder) {
        this.transactions = transactions;
        this.folder = folder;
        keys = new Keys(folder);
        incoming = new Incoming(folder.resolve(".incoming"));
    }

    private static Path folder(@Nullable String home) {
        if (home == null || home.isBlank()) {
            throw new IllegalStateException("Files need a place: set RENOZ_HOME.");
        }
        return Path.of(home, "blobs");
    }

    @Override
    public StoredBlob put(String key, InputStream content, long limit) {
        Path file = keys.file(key);
        if (Files.exists(file)) {
            throw new IllegalStateException("There is a file under " + key + " already.");
        }
        var placed = new AtomicBoolean();
        transactions.afterRollback(() -> {
            if (placed.get()) {
                remove(file);
            }
        });
        try {
            Incoming.Received received = incoming.receive(content, limit);
            place(received.file(), file);
            placed.set(true);
            return new StoredBlob(key, received.size(), received.sha256());
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("There is a file under " + key + " already.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + key + " could not be stored.", e);
        }
    }

    /** A link and not a move, because a move would replace what another call has put there meanwhile. */
    private void place(Path received, Path file) throws IOException {
        try {
            Path parent = Disk.folders(file, folder);
            Files.createLink(file, received);
            Disk.keep(parent);
        } finally {
            Files.deleteIfExists(received);
        }
    }

    @Override
    public Optional<Blob> find(String key) {
        Path file = keys.file(key);
        try {
            return Optional.of(blob(file)).filter(found -> Files.isRegularFile(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Blob blob(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Blob(
                keys.key(file), attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    @Override
    public InputStream open(String key, long from, long length) {
        Path file = keys.file(key);
        try {
            SeekableByteChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                channel.position(from);
                return new Part(Channels.newInputStream(channel), length);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw Problem.of("gone", "The bytes of this file are no longer there.")
                    .because(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + key + " could not be read.", e);
        }
    }

    @Override
    public void delete(String key) {
        Path file = keys.file(key);
        transactions.afterCommit(() -> remove(file));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A file stays although it should go: " + file, e);
        }
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    public Stream<Blob> list(String folder) {
        Path place = keys.folder(folder);
        try {
            return Files.isDirectory(place)
                    ? Files.find(place, Integer.MAX_VALUE, (path, attributes) -> attributes.isRegularFile())
                            .flatMap(this::still)
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, unless it went while the folder was walked through. */
    private Stream<Blob> still(Path file) {
        try {
            return Stream.of(blob(file));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
