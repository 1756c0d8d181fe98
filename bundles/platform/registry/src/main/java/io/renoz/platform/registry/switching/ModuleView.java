package io.renoz.platform.registry.switching;

import io.renoz.rest.Summary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A module as an organization sees it. */
public record ModuleView(
        String name,
        String title,
        @Summary("core, standard or extension") String kind,
        String vendor,
        String version,

        @Summary("available, enabled, disabled or suspended")
        String state,

        @Summary("enabled or disabled: what the organization wants")
        String wish,

        @Summary("why it is suspended") @Nullable String stateReason,
        @Nullable Instant since,
        @Nullable UUID changedBy,
        @Nullable String reason,
        @Summary("modules that have to be on with it") List<String> requires,
        @Summary("modules it makes use of when they are on") List<String> uses,
        @Summary("modules that require it") List<String> requiredBy,
        List<String> permissions) {}
