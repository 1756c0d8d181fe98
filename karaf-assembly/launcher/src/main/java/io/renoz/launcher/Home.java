package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds all state of one installation ({@code RENOZ_HOME}), and what lies where in it. */
record Home(Path root) {

    /** Bytes that must be free before the first start: the unpacked PostgreSQL, a new cluster and room to write. */
    private static final long FIRST_ROOM = 300L << 20;

    /** Bytes to write to that must be free before any other. */
    private static final long ROOM = 50L << 20;

    Path data() {
        return root.resolve("data");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path log() {
        return root.resolve("log");
    }

    /** The distribution as it runs, apart from the one that the next build writes. */
    Path distribution() {
        return root.resolve("dist");
    }

    Path karaf() {
        return root.resolve("karaf");
    }

    /** Files dropped here are modules; the platform's installer watches it. */
    Path deploy() {
        return root.resolve("deploy");
    }

    Path databaseEnv() {
        return root.resolve("db.env");
    }

    Path operatorToken() {
        return root.resolve("operator-token");
    }

    Path shellPassword() {
        return root.resolve("shell-password");
    }

    Path lock() {
        return root.resolve("run.lock");
    }

    Path running() {
        return root.resolve("renoz.pid");
    }

    /** Readable lines of a detached start; a running one writes JSON to {@code renoz.log} beside it. */
    Path consoleLog() {
        return log().resolve("console.log");
    }

    Path postgresLog() {
        return log().resolve("postgresql.log");
    }

    /** Makes the folders, or says why this place cannot be used. */
    void prepare() {
        try {
            for (Path folder : new Path[] {root, log(), karaf(), deploy()}) {
                Files.createDirectories(folder);
            }
            Files.delete(Files.createTempFile(root, ".writable", null));
        } catch (IOException e) {
            String why = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
            throw new Refusal("RENOZ_HOME " + root + " cannot be written (" + why
                    + "); free some space, change its owner or set RENOZ_HOME to another folder.");
        }
        requireRoom(room());
    }

    void requireRoom(long free) {
        long needed = Files.exists(data()) && Files.exists(distribution()) ? ROOM : FIRST_ROOM;
        if (free < needed) {
            throw new Refusal("Only " + (free >> 20) + " MB are free under " + root + " and a start needs "
                    + (needed >> 20) + " MB; free some space or set RENOZ_HOME to another folder.");
        }
    }

    /** Bytes that may still be written under the nearest existing folder. */
    long room() {
        Path existing = root.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new Refusal("The free space of " + existing + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
