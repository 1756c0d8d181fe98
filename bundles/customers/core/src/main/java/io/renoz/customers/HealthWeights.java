package io.renoz.customers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renoz.data.Json;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** CUS-17: how much each component of health counts; together 1.00. */
public record HealthWeights(BigDecimal recency, BigDecimal frequency, BigDecimal monetary, BigDecimal engagement) {

    private static final JsonFactory JSON = new JsonFactory();

    public HealthWeights {
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
    public static HealthWeights of(Json setting) {
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
        return new HealthWeights(recency, frequency, monetary, engagement);
    }

    /** What is wrong with a value of the setting, if anything is. */
    static Optional<String> fault(Json setting) {
        try {
            of(setting);
            return Optional.empty();
        } catch (Problem unfit) {
            return Optional.of(unfit.detail());
        }
    }

    private static Problem unfit() {
        return Problem.of(
                "invalid-setting-value",
                "The weights are recency, frequency, monetary and engagement, none below 0, and sum to 1.00.");
    }
}
