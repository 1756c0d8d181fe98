package io.renoz.users.preference;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.users.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/me/preferences}. */
@Component
@Path("me/preferences")
@Allow(Allow.SIGNED_IN)
public final class PreferenceResource implements Resource {

    private static final Set<String> CATEGORIES =
            Set.of("appearance", "dashboard", "data_display", "shortcuts", "accessibility", "localization");

    /** What to set; whatever is not named stays. */
    public record Input(@NotEmpty @Size(max = 100) List<@Valid @NotNull Setting> items) {}

    /** One preference. */
    public record View(UUID id, int version, String category, String key, Json value) implements Versioned {}

    private final Rows<Preference, Void, View> rows;
    private final Preferences preferences;
    private final Modules modules;

    @Activate
    public PreferenceResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Preferences preferences,
            @Reference Modules modules) {
        this.preferences = preferences;
        this.modules = modules;
        rows = tables.of(Preference.class)
                .filter("category")
                .within("userId", User.class)
                .sort("category", "key")
                .viewed(View.class, PreferenceResource::view);
    }

    private static View view(Preference preference) {
        return new View(preference.id(), preference.version(), preference.category, preference.key, preference.value);
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", rows.offer());
    }

    @GET
    @Summary("What the caller has set.")
    public Page<View> list(@Context ListQuery query) {
        return rows.within(me()).list(query);
    }

    @PUT
    @Summary("Sets up to 100 preferences at once; the others stay.")
    public Page<View> set(Input input) {
        for (int i = 0; i < input.items().size(); i++) {
            String category = input.items().get(i).category();
            if (!CATEGORIES.contains(category) && modules.find(category).isEmpty()) {
                throw Problem.invalid("items/" + i + "/category", "There is no such category.");
            }
        }
        preferences.set(me(), input.items());
        return rows.within(me()).list(ListQuery.first(ListQuery.MAX_LIMIT));
    }

    @DELETE
    @Summary("Forgets a category, or everything.")
    public void reset(@QueryParam("category") @Nullable String category) {
        preferences.reset(me(), Optional.ofNullable(category));
    }

    private static UUID me() {
        return Call.user().orElseThrow(() -> Problem.notFound("user"));
    }
}
