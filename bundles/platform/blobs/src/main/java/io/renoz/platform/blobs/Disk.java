package io.renoz.platform.blobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What it takes for the names of files to survive a loss of power. */
final class Disk {

    private Disk() {}

    /** Makes the folders of a file below {@code root} that are not there yet; the file's own. */
    static Path folders(Path file, Path root) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("A file stands in a folder: " + file);
        }
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            for (Path made = parent; made != null && made.startsWith(root.toAbsolutePath()); made = made.getParent()) {
                keep(made);
            }
        }
        return parent;
    }

    /** Writes the entries of a folder to the disk. */
    static void keep(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
