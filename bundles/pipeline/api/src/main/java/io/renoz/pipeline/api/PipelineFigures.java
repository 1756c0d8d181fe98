package io.renoz.pipeline.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Selling in figures. Thread-safe. */
@ProviderType
public interface PipelineFigures {

    /**
     * The figures of a period.
     *
     * @param owner whose opportunities; everybody's when null
     */
    PipelineSummary summary(Period period, @Nullable UUID owner);
}
