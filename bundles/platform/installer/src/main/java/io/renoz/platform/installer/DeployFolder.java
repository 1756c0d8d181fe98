package io.renoz.platform.installer;

import io.renoz.platform.installer.Deployments.Offer;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the folder from time to time and hands on what has changed. Of several files of one module the highest version
 * counts. Used by one thread.
 */
final class DeployFolder {

    private static final Logger log = LoggerFactory.getLogger(DeployFolder.class);
    private static final List<String> ENDINGS = List.of(".jar", ".zip", ".kar");
    private static final String PROBLEM = ".problem.txt";

    private final Path folder;
    private final Deployments deployments;
    private final Map<Path, Stamp> seen = new HashMap<>();
    private final Map<Path, Known> known = new TreeMap<>();

    /** The file each module runs from. */
    private final Map<String, Path> running = new HashMap<>();

    private boolean complete;

    /** Tells whether a file is still the same. */
    private record Stamp(long size, FileTime modified) {}

    /** A file that was dealt with; without an offer it could not be read. */
    private record Known(Stamp stamp, Optional<Offer> offer, boolean refused, boolean again) {

        Known retried() {
            return new Known(stamp, offer, refused, true);
        }
    }

    DeployFolder(Path folder, Deployments deployments) {
        this.folder = folder;
        this.deployments = deployments;
    }

    /** Looks once. A file counts when it is as it was the last time. */
    void look() throws IOException, InterruptedException {
        Map<Path, Stamp> files = files();
        var changed = new TreeMap<Path, Stamp>();
        files.forEach((file, stamp) -> {
            Known before = known.get(file);
            if (before == null || before.again() || !before.stamp().equals(stamp)) {
                changed.put(file, stamp);
            }
        });
        boolean moving =
                !changed.entrySet().stream().allMatch(file -> file.getValue().equals(seen.get(file.getKey())));
        changed.entrySet().removeIf(file -> !file.getValue().equals(seen.get(file.getKey())));
        seen.clear();
        seen.putAll(files);
        changed.forEach(this::read);
        for (Path file : changed.keySet()) {
            Optional<Offer> offer = Optional.ofNullable(known.get(file)).flatMap(Known::offer);
            if (offer.isPresent() && highest(file, offer.get().module())) {
                deploy(file, known(file), offer.get());
            }
        }
        if (!moving) { // or what is still being written may be the new version of what went
            forget(files);
        }
    }

    private Map<Path, Stamp> files() throws IOException {
        var files = new TreeMap<Path, Stamp>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(DeployFolder::counts).toList()) {
                try {
                    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    if (attributes.isRegularFile()) {
                        files.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
                    }
                } catch (NoSuchFileException e) {
                    log.debug("{} went while the folder was looked at", file, e);
                }
            }
        }
        return files;
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private void read(Path file, Stamp stamp) {
        try {
            known.put(file, new Known(stamp, Optional.of(deployments.look(file)), false, false));
        } catch (NoSuchFileException e) {
            log.debug("{} went before it was read", file, e);
        } catch (IOException | RuntimeException e) {
            known.put(file, new Known(stamp, Optional.empty(), true, false));
            refused(file, e);
        }
    }

    private Known known(Path file) {
        return Objects.requireNonNull(known.get(file));
    }

    private boolean highest(Path file, String module) {
        Optional<Path> first = of(module).stream()
                .max(Comparator.comparing(
                                (Path path) -> known(path).offer().orElseThrow().version())
                        .thenComparing(Comparator.naturalOrder()));
        first.filter(other -> !other.equals(file))
                .ifPresent(other -> log.info("{} counts and {} does not", other.getFileName(), file.getFileName()));
        return first.filter(file::equals).isPresent();
    }

    private List<Path> of(String module) {
        return known.entrySet().stream()
                .filter(file -> file.getValue()
                        .offer()
                        .filter(offer -> offer.module().equals(module))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void deploy(Path file, Known before, Offer offer) throws InterruptedException {
        try {
            deployments.deploy(file);
            running.put(offer.module(), file);
            Files.deleteIfExists(problemOf(file));
            known.replaceAll(
                    (path, other) -> other.refused() ? other.retried() : other); // what it lacked may be there now
            known.put(file, new Known(before.stamp(), before.offer(), false, false));
        } catch (IOException | RuntimeException e) {
            known.put(file, new Known(before.stamp(), before.offer(), true, false));
            refused(file, e);
        }
    }

    private static void refused(Path file, Exception e) {
        String reason = e instanceof Problem problem
                ? problem.slug() + ": " + problem.detail()
                : String.valueOf(e.getMessage());
        Path text = problemOf(file);
        try {
            if (!Files.exists(text) || !Files.readString(text).equals(reason + "\n")) {
                Files.writeString(text, reason + "\n");
                log.warn("{} is refused: {}", file.getFileName(), reason);
                log.debug("In full:", e);
            }
        } catch (IOException unwritten) {
            log.warn("{} is refused: {}, and {} cannot be written", file.getFileName(), reason, text, unwritten);
        }
    }

    private static Path problemOf(Path file) {
        return file.resolveSibling(file.getFileName() + PROBLEM);
    }

    private void forget(Map<Path, Stamp> present) throws IOException, InterruptedException {
        var gone = new TreeSet<String>();
        for (Path file : List.copyOf(known.keySet())) {
            if (!present.containsKey(file)) {
                known(file).offer().map(Offer::module).ifPresent(module -> {
                    if (running.remove(module, file) || of(module).size() == 1) {
                        gone.add(module);
                    }
                });
                known.remove(file);
                Files.deleteIfExists(problemOf(file));
            }
        }
        if (!complete && known.values().stream().allMatch(file -> file.offer().isPresent())) {
            complete = true;
            deployments.deployed().stream()
                    .filter(module -> of(module).isEmpty()) // their files went while nobody looked
                    .forEach(gone::add);
        }
        for (String module : gone) {
            List<Path> others = of(module);
            others.forEach(file -> known.computeIfPresent(file, (path, other) -> other.retried()));
            if (others.isEmpty()) {
                deployments.remove(module);
            }
        }
    }
}
