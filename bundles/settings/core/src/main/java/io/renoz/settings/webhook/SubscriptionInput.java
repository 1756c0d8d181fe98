package io.renoz.settings.webhook;

import io.renoz.data.Json;
import io.renoz.rest.Example;
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

        @NotBlank @Size(max = 2000) @Example("https://203.0.113.7/hooks")
        String targetUrl,

        @NotEmpty @Size(max = 100) @Example("[\"settings.organization.closed\"]")
        List<@NotBlank @Size(max = 100) String> eventTypes,

        @Nullable @Example("{\"X-Site\": \"north\"}") Json customHeaders,
        Boolean isActive) {

    public SubscriptionInput {
        eventTypes = eventTypes == null ? List.of() : new ArrayList<>(eventTypes);
        isActive = isActive == null || isActive;
        CustomHeaders.check(customHeaders);
    }
}
