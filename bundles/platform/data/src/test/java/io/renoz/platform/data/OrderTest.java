package io.renoz.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Map<String, Class<?>> OFFERED = offered();

    private static Map<String, Class<?>> offered() {
        var offered = new LinkedHashMap<String, Class<?>>();
        offered.put("name", String.class);
        offered.put("createdAt", Instant.class);
        return offered;
    }

    @Test
    void endsWithTheIdSoThatItIsTotal() {
        assertThat(Order.of("-createdAt,name", OFFERED).clause()).isEqualTo("e.createdAt desc, e.name, e.id");
    }

    @Test
    void refusesAFieldThatIsNotOffered() {
        assertThatThrownBy(() -> Order.of("password", OFFERED))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo("invalid-parameter"));
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        var values = new HashMap<String, Object>();
        values.put("name", "Ada");
        values.put("id", UUID.randomUUID());
        String cursor = Order.of("name", OFFERED).cursorAfter(values);

        assertThatThrownBy(() -> Order.of("-name", OFFERED).after(cursor, new Jpql(String.class)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Order.of("name", OFFERED).after("nonsense", new Jpql(String.class)))
                .isInstanceOf(Problem.class);
    }
}
