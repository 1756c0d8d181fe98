package io.renoz.activities.log;

import io.renoz.activities.api.Source;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ACT-05: who acts, in which request and from where, as columns. */
final class Origin {

    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Origin() {}

    static Map<String, @Nullable Object> of(Call call) {
        Actor actor = call.actor();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("user_id", actor.id());
        columns.put("created_by", actor.id());
        columns.put("updated_by", actor.id());
        columns.put("actor_type", type(actor.kind()));
        columns.put("actor_name", Entry.shortened(actor.name(), 200));
        columns.put("on_behalf_of", actor.onBehalfOf());
        columns.put("api_token_id", actor.token());
        columns.put("session_id", actor.session());
        columns.put("request_id", call.request().id());
        columns.put("ip_address", call.request().address().map(Origin::address).orElse(null));
        columns.put(
                "user_agent",
                call.request()
                        .userAgent()
                        .map(agent -> Entry.shortened(agent, 500))
                        .orElse(null));
        return columns;
    }

    /** Staff of the host act from outside the organization, as the platform does. */
    private static String type(Actor.Kind kind) {
        return switch (kind) {
            case USER -> "user";
            case API_TOKEN -> "api_token";
            case PORTAL -> "portal";
            case OPERATOR, SYSTEM -> "system";
        };
    }

    static Source source(Actor.Kind kind) {
        return switch (kind) {
            case USER -> Source.MANUAL;
            case API_TOKEN -> Source.API;
            case PORTAL -> Source.PORTAL;
            case OPERATOR, SYSTEM -> Source.SYSTEM;
        };
    }

    /** What the database takes as an address: no zone of a link-local one, and nothing that is no address. */
    private static @Nullable String address(String sent) {
        int zone = sent.indexOf('%');
        String plain = zone < 0 ? sent : sent.substring(0, zone);
        return ADDRESS.matcher(plain).matches() ? plain : null;
    }
}
