package io.renoz.platform.registry.switching;

import io.renoz.rest.Summary;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The set an organization wants, in the shape in which it reads it. */
public record SetInput(
        @Summary("not needed; If-Match is what counts") @Nullable
        Long revision,

        @NotNull @Size(max = 200) List<@Valid @NotNull SetMember> modules,

        @Summary("modules that may go off") @Size(max = 200) @Nullable
        List<@NotBlank @Size(max = 31) String> remove,

        @Size(max = 500) @Nullable String reason) {}
