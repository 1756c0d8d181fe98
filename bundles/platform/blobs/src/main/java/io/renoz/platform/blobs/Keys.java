package io.renoz.platform.blobs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Keys as places in a folder; none leads out of it. */
final class Keys {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final int FEWEST = 2;
    private static final int MOST = 8;

    private final Path folder;

    Keys(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The file of a key. */
    Path file(String key) {
        return place(key, FEWEST);
    }

    /** The folder of the first names of keys. */
    Path folder(String names) {
        return place(names, 1);
    }

    private Path place(String key, int fewest) {
        List<String> names = List.of(key.split("/", -1));
        boolean good = names.size() >= fewest
                && names.size() <= MOST
                && names.stream().allMatch(name -> NAME.matcher(name).matches());
        Path place = good ? folder.resolve(key).normalize() : folder;
        if (!good || !place.startsWith(folder)) {
            throw new IllegalArgumentException("No key of the store: " + key.replaceAll("[^ -~]", "?"));
        }
        return place;
    }

    /** The key of a file. */
    String key(Path file) {
        return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
