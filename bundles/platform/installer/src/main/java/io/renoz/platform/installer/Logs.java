package io.renoz.platform.installer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the logs short that nobody else does: what the embedded PostgreSQL and a detached platform print. Both append, so
 * that what is cut off at their backs does not disturb them; one older file stays beside each.
 */
@Component(
        immediate = true,
        service = {})
public final class Logs {

    private static final Logger log = LoggerFactory.getLogger(Logs.class);
    private static final List<String> FILES = List.of("postgresql.log", "console.log");
    private static final long MOST = 10L << 20;

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "renoz-logs");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Logs() {
        String home = System.getenv(Installer.HOME);
        if (home != null) {
            Path folder = Path.of(home, "log");
            var unused = clockwork.scheduleWithFixedDelay(() -> shorten(folder, MOST), 0, 1, TimeUnit.MINUTES);
        }
    }

    @Deactivate
    void close() {
        clockwork.shutdownNow();
    }

    static void shorten(Path folder, long most) {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                if (Files.exists(file) && Files.size(file) > most) {
                    Files.copy(file, folder.resolve(name + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(0);
                    }
                }
            } catch (IOException e) {
                log.warn("{} cannot be shortened: {}", file, e.toString());
            }
        }
    }
}
