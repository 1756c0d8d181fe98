package io.renoz.settings.webhook;

import io.renoz.data.Json;
import java.util.ArrayList;
import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a subscription.
 *
 * @param targetUrl https
 * @param eventTypes exact names, or a beginning followed by {@code .*}
 * @param customHeaders texts by name
 */
public record SubscriptionInput(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 2000) String targetUrl,
        @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 100) String> eventTypes,
        @Nullable Json customHeaders,
        Boolean isActive) {

    public SubscriptionInput {
        eventTypes = eventTypes == null ? List.of() : new ArrayList<>(eventTypes);
        isActive = isActive == null || isActive;
        CustomHeaders.check(customHeaders);
    }
}
