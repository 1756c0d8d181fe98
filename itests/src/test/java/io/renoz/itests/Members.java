package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;

/** More people of a tenant, signed in. */
final class Members {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Tenant tenant;

    private Members(Tenant tenant) {
        this.tenant = tenant;
    }

    static Members of(Tenant tenant) {
        return new Members(tenant);
    }

    /** Somebody with a built-in role. */
    Client with(String role) {
        return Tenant.signIn(tenant.slug(), join(role).path("email").asText());
    }

    /** Somebody without any role. */
    Client without() {
        JsonNode invitation = join("viewer");
        String roles = "users/users/" + invitation.path("userId").asText() + "/roles";
        tenant.admin()
                .ifMatch(tenant.admin().get(roles).expect(200).etag())
                .put(roles, "{\"roleIds\": []}")
                .expect(200);
        return Tenant.signIn(tenant.slug(), invitation.path("email").asText());
    }

    /** The id of somebody with a built-in role. */
    String id(String role) {
        return join(role).path("userId").asText();
    }

    /** The address of somebody with a built-in role. */
    String email(String role) {
        return join(role).path("email").asText();
    }

    /** Invites somebody. */
    JsonNode invite(String role, String email) {
        return tenant.admin()
                .post("users/invitations", "{\"email\": \"%s\", \"roleId\": \"%s\"}".formatted(email, roleId(role)))
                .expect(201)
                .body();
    }

    /** Invites somebody, who accepts. */
    private JsonNode join(String role) {
        String email = role.replace('_', '-') + COUNT.incrementAndGet() + "@" + tenant.slug() + ".example";
        JsonNode invitation = invite(role, email);
        String link = invitation.path("acceptLink").asText();
        Client.anonymous()
                .post("users/invitations/accept", """
                        {"token": "%s", "name": "Max %s", "password": "%s"}
                        """.formatted(
                                link.substring(link.indexOf('#') + 1), role, Tenant.PASSWORD))
                .expect(200);
        return invitation;
    }

    private String roleId(String key) {
        for (JsonNode role :
                tenant.admin().get("users/roles?limit=200").expect(200).body().path("items")) {
            if (role.path("key").asText().equals(key)) {
                return role.path("id").asText();
            }
        }
        throw new AssertionError("no role " + key);
    }
}
