package io.renoz.kernel;

import io.renoz.module.ModuleDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Brings a module's schema up to its changelog. Thread-safe; one migration runs at a time on all nodes. */
@ProviderType
public interface Migrator {

    /**
     * Migrates and inspects in one transaction; nothing remains of it when it fails. Returns at once when the changelog is
     * the one that ran last.
     *
     * @return whether anything ran
     * @throws io.renoz.problem.Problem {@code isolation-refused}, {@code schema-claimed}, {@code migration-unsafe}
     * @throws MigrationFailed naming change set and cause
     */
    boolean migrate(ModuleDescriptor module, Files files);

    /** The files of a module's archive, installed or not. */
    interface Files {

        /** Paths of all files below a folder, as {@code db/001-customers.sql}. */
        Set<String> below(String folder);

        /** Opens a file. */
        InputStream open(String path) throws IOException;
    }

    /** A changelog could not be applied. */
    final class MigrationFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public MigrationFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
