package io.renoz.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Keeps two launchers from starting the same RENOZ_HOME at once; the system drops it when its holder dies. */
final class HomeLock {

    private static final long PATIENCE_MILLIS = 20_000;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits while another launcher is finishing; refuses when it has not after 20 s. */
    static HomeLock take(Home home) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (true) {
            Optional<HomeLock> lock = tryTake(home);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > deadline || Running.find(home.running()).isPresent()) {
                throw new Refusal("Another ./renoz (pid " + Files.readString(home.lock()) + ") is at work in "
                        + home.root() + "; wait for it or stop it.");
            }
            Thread.sleep(100);
        }
    }

    /** The lock, or nothing when another launcher holds it, as one in the foreground always does. */
    static Optional<HomeLock> tryTake(Home home) throws IOException {
        FileChannel channel = FileChannel.open(
                home.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new HomeLock(channel));
    }

    /** Does the work and then lets the next one in. */
    <T> T during(Callable<T> work) throws Exception {
        try (channel) {
            return work.call();
        }
    }
}
