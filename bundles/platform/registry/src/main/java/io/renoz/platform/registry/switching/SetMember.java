package io.renoz.platform.registry.switching;

import io.renoz.rest.Summary;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A module of a set. */
public record SetMember(
        @NotBlank @Size(max = 31) String name,

        @Summary("major version; when given it has to be the one that is deployed") @Nullable
        Integer major,

        @Summary("behaviour number the organization's data stands at") @Nullable
        Integer behaviour) {}
