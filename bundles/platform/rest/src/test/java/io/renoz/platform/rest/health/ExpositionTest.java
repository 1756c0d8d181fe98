package io.renoz.platform.rest.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    private final Figures figures = new Figures();
    private final Exposition exposition = new Exposition();

    @Test
    void countsRequestsByModuleMethodAndStatus() {
        figures.answered("customers", "GET", 200, TimeUnit.MILLISECONDS.toNanos(3));
        figures.answered("customers", "GET", 204, TimeUnit.MILLISECONDS.toNanos(30));
        figures.answered("customers", "BREW", 405, TimeUnit.SECONDS.toNanos(60));

        exposition.requests(figures);

        assertThat(exposition.text())
                .contains(
                        "renoz_http_requests_total{module=\"customers\",method=\"GET\",status=\"2xx\"} 2\n",
                        "renoz_http_requests_total{module=\"customers\",method=\"OTHER\",status=\"4xx\"} 1\n",
                        "renoz_http_request_seconds_bucket{module=\"customers\",le=\"0.0025\"} 0\n",
                        "renoz_http_request_seconds_bucket{module=\"customers\",le=\"0.005\"} 1\n",
                        "renoz_http_request_seconds_bucket{module=\"customers\",le=\"+Inf\"} 3\n",
                        "renoz_http_request_seconds_count{module=\"customers\"} 3\n");
    }

    @Test
    void tellsOfDrains() {
        figures.drained("orders", true);
        figures.drained("orders", false);

        exposition.requests(figures);

        assertThat(exposition.text())
                .contains(
                        "renoz_http_drains_total{module=\"orders\"} 2\n",
                        "renoz_http_drain_overruns_total{module=\"orders\"} 1\n");
    }

    @Test
    void addsWhatOtherBundlesMeasure() {
        exposition.others(new TreeMap<>(Map.of("renoz_db{pool=\"app\"}", 3.0, "renoz_db{pool=\"owner\"}", 0.5)));

        assertThat(exposition.text())
                .isEqualTo("# TYPE renoz_db gauge\nrenoz_db{pool=\"app\"} 3\nrenoz_db{pool=\"owner\"} 0.5\n");
    }
}
