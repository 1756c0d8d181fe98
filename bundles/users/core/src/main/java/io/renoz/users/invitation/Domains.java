package io.renoz.users.invitation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Json;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The setting {@code users.allowed_email_domains}: a list of domains; everybody may be invited while it is empty. */
public final class Domains {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 100;

    private Domains() {}

    /** In lower case. */
    static List<String> read(Json setting) {
        var domains = new ArrayList<String>();
        try (JsonParser parser = JSON.createParser(setting.text())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unfit();
            }
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                domains.add(parser.getText().toLowerCase(Locale.ROOT));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null || domains.size() > MOST) {
                throw unfit();
            }
        } catch (IOException e) {
            throw unfit();
        }
        return domains;
    }

    /** What is wrong with a value of the setting, if anything is. */
    public static Optional<String> fault(Json setting) {
        try {
            boolean good = read(setting).stream().allMatch(domain -> domain.matches("[^\\s@]{1,253}"));
            return good ? Optional.empty() : Optional.of(unfit().detail());
        } catch (Problem problem) {
            return Optional.of(problem.detail());
        }
    }

    private static Problem unfit() {
        return Problem.of("invalid-setting-value", "This is a list of at most 100 domains, as [\"example.com\"].");
    }
}
