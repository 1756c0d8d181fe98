package io.renoz.kernel;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Figures of a platform bundle for {@code /metrics}, such as the use of a pool. Thread-safe. */
@ConsumerType
public interface Gauges {

    /** Values by the name of the series in Prometheus' text, as {@code renoz_db_connections{pool="app",state="active"}}. */
    Map<String, Double> read();
}
