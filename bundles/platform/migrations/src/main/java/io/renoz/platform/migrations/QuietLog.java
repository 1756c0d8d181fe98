package io.renoz.platform.migrations;

import java.util.logging.Level;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Liquibase has to say, at level DEBUG: what matters of it reaches people through the outcome of the migration. */
final class QuietLog extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    public liquibase.logging.Logger getLog(@SuppressWarnings("rawtypes") Class type) {
        return new Debug(LoggerFactory.getLogger(type));
    }

    @SuppressWarnings("try") // close() is Liquibase's, and declares every exception
    private static final class Debug extends AbstractLogger {

        private final Logger log;

        Debug(Logger log) {
            this.log = log;
        }

        @Override
        public void log(Level level, @Nullable String message, @Nullable Throwable cause) {
            log.debug(message, cause);
        }
    }
}
