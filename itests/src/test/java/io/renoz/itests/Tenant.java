package io.renoz.itests;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** An organization of its own for a test, with its admin signed in. */
final class Tenant {

    private static final AtomicInteger COUNT = new AtomicInteger();
    static final String PASSWORD = "correct horse battery staple";

    private final String slug;
    private final String id;
    private final Client admin;

    private Tenant(String slug, String id, Client admin) {
        this.slug = slug;
        this.id = id;
        this.admin = admin;
    }

    /** Makes one and turns modules on for it. */
    static Tenant with(String... modules) {
        return on(RunningPlatform.shared(), modules);
    }

    /** The same on a platform of one's own. */
    static Tenant on(RunningPlatform platform, String... modules) {
        Client anonymous = Client.at(platform);
        String slug = "tenant-" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
        Answer made = anonymous
                .token(RunningPlatform.OPERATOR_TOKEN)
                .post("operator/organizations", """
                        {"slug": "%s", "name": "Tenant %s",
                         "owner": {"email": "admin@%s.example", "name": "Ada Admin", "password": "%s"}}
                        """.formatted(slug, slug, slug, PASSWORD))
                .expect(201);
        Client admin = anonymous.token(token(anonymous, slug, "admin@" + slug + ".example"));
        var tenant = new Tenant(slug, made.id(), admin);
        for (String module : modules) {
            admin.put("modules/" + module + "/enabled", "{\"reason\": \"test\"}")
                    .expect(200);
        }
        return tenant;
    }

    /** Makes one that has every module of the product on. */
    static Tenant whole() {
        Tenant tenant = with();
        Map<String, Set<String>> waiting = new HashMap<>();
        tenant.admin
                .get("modules?kind=standard&limit=200")
                .expect(200)
                .body()
                .path("items")
                .forEach(module ->
                        waiting.put(module.path("name").asText(), Set.copyOf(Schemas.texts(module.path("requires")))));
        while (!waiting.isEmpty()) {
            String next = waiting.entrySet().stream()
                    .filter(module -> Collections.disjoint(module.getValue(), waiting.keySet()))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            tenant.admin
                    .put("modules/" + next + "/enabled", "{\"reason\": \"test\"}")
                    .expect(200);
            waiting.remove(next);
        }
        return tenant;
    }

    static Client signIn(String slug, String email) {
        return Client.anonymous().token(token(Client.anonymous(), slug, email));
    }

    private static String token(Client anonymous, String slug, String email) {
        Answer session = anonymous
                .post("users/auth/login", """
                        {"organization": "%s", "email": "%s", "password": "%s"}
                        """.formatted(slug, email, PASSWORD))
                .expect(200);
        return session.body().path("token").asText();
    }

    /** The token of a new session of the admin. */
    String newToken() {
        return token(Client.anonymous(), slug, "admin@" + slug + ".example");
    }

    String slug() {
        return slug;
    }

    String id() {
        return id;
    }

    Client admin() {
        return admin;
    }
}
