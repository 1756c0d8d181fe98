package io.renoz.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The operator's part, and what the owner does on the first day. */
final class Founding {

    private static final List<String> MODULES = List.of("customers");

    private final Api anyone;
    private final Api operator;

    Founding(Api anyone, Api operator) {
        this.anyone = anyone;
        this.operator = operator;
    }

    /** Makes the organization with its owner, and turns on what a company needs; the owner's view of the API. */
    Api found(String slug, Login owner) {
        var person = Api.object()
                .put("email", owner.email())
                .put("name", owner.name())
                .put("password", owner.password());
        operator.post(
                "operator/organizations",
                Api.object()
                        .put("slug", slug)
                        .put("name", "Bright Spark Energy")
                        .set("owner", person));
        Api signedIn = signIn(slug, owner);
        MODULES.forEach(module -> signedIn.put(
                "modules/" + module + "/enabled",
                Api.object().put("reason", "A demonstration starts with everything on")));
        present(signedIn);
        return signedIn;
    }

    Api signIn(String slug, Login login) {
        JsonNode session = anyone.post(
                "users/auth/login",
                Api.object()
                        .put("organization", slug)
                        .put("email", login.email())
                        .put("password", login.password()));
        return anyone.as(session.get("token").asText());
    }

    private static void present(Api owner) {
        owner.patch(
                "settings/organization",
                owner.get("settings/organization"),
                Api.object()
                        .put("legalName", "Bright Spark Energy Pty Ltd")
                        .put("email", "hello@bright-spark.example")
                        .put("phone", "+61491570156")
                        .put("website", "https://www.bright-spark.example")
                        .put("addressLine1", "12 Foundry Street")
                        .put("city", "Newcastle")
                        .put("state", "NSW")
                        .put("postalCode", "2300")
                        .put("primaryColor", "#E8871E")
                        .put("secondaryColor", "#1F3A5F"));
    }
}
