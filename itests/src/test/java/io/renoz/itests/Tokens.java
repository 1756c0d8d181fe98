package io.renoz.itests;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Values of the header Authorization that let nobody in. */
final class Tokens {

    private Tokens() {}

    /** By what is wrong with them, for members of a tenant whose sessions may be spoilt. */
    static Map<String, String> bad(Tenant tenant) {
        String secret = "A".repeat(43);
        var bad = new LinkedHashMap<String, String>();
        bad.put("of no known form", "Bearer nonsense");
        bad.put("empty", "Bearer ");
        bad.put("of another scheme", "Basic YWRhOnNlY3JldA==");
        bad.put("of no session", "Bearer rns_" + tenant.id() + "_" + secret);
        bad.put("of no API token", "Bearer rnz_" + tenant.id() + "_" + secret);
        bad.put("of no organization", "Bearer rns_" + UUID.randomUUID() + "_" + secret);
        bad.put("signed out", "Bearer " + signedOut(tenant));
        bad.put("expired", "Bearer " + expired(tenant));
        bad.put("an operator's", "Bearer " + RunningPlatform.OPERATOR_TOKEN);
        return bad;
    }

    private static String signedOut(Tenant tenant) {
        String token = tenant.newToken();
        Answer end = Client.anonymous().token(token).post("users/auth/logout");
        if (end.status() / 100 != 2) {
            throw new AssertionError("signing out failed: " + end);
        }
        return token;
    }

    private static String expired(Tenant tenant) {
        String token = tenant.newToken();
        String sql = "update users.user_sessions set created_at = now() - interval '2 hours',"
                + " expires_at = now() - interval '1 minute', idle_expires_at = now() - interval '1 minute'"
                + " where session_token_hash = encode(sha256(?::bytea), 'hex')";
        try (Connection connection = RunningPlatform.shared().database("ADMIN");
                var update = connection.prepareStatement(sql)) {
            update.setString(1, token);
            if (update.executeUpdate() != 1) {
                throw new AssertionError("the session of a token is not kept by its SHA-256");
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return token;
    }
}
