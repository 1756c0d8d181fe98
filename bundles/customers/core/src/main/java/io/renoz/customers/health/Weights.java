package io.renoz.customers.health;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Json;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** CUS-17: how much each component of health counts; together 1.00. */
record Weights(BigDecimal recency, BigDecimal frequency, BigDecimal monetary, BigDecimal engagement) {

    private static final JsonFactory JSON = new JsonFactory();

    Weights {
        BigDecimal sum = recency.add(frequency).add(monetary).add(engagement);
        boolean negative = recency.min(frequency).min(monetary).min(engagement).signum() < 0;
        if (negative || sum.compareTo(BigDecimal.ONE) != 0) {
            throw unfit();
        }
    }

    /**
     * Reads the setting.
     *
     * @throws Problem {@code invalid-setting-value} unless there are just these four and they sum to 1.00
     */
    static Weights of(Json setting) {
        Map<String, BigDecimal> read = new HashMap<>();
        try (JsonParser parser = JSON.createParser(setting.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unfit();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!parser.nextToken().isNumeric()) {
                    throw unfit();
                }
                read.put(name, parser.getDecimalValue());
            }
        } catch (IOException e) {
            throw unfit();
        }
        BigDecimal recency = read.remove("recency");
        BigDecimal frequency = read.remove("frequency");
        BigDecimal monetary = read.remove("monetary");
        BigDecimal engagement = read.remove("engagement");
        if (recency == null || frequency == null || monetary == null || engagement == null || !read.isEmpty()) {
            throw unfit();
        }
        return new Weights(recency, frequency, monetary, engagement);
    }

    private static Problem unfit() {
        return Problem.of(
                "invalid-setting-value",
                "The weights are recency, frequency, monetary and engagement, none below 0, and sum to 1.00.");
    }
}
