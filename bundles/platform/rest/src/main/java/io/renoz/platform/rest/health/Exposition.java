package io.renoz.platform.rest.health;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Prometheus' text format, version 0.0.4. Four kinds of lines do not need a library: its client is six bundles that have to
 * be kept up to date.
 */
final class Exposition {

    private final StringBuilder text = new StringBuilder(8192);

    String text() {
        return text.toString();
    }

    void requests(Figures figures) {
        head("renoz_http_requests_total", "counter", "Requests answered.");
        new TreeMap<>(byName(figures.requests))
                .forEach((labels, count) -> line("renoz_http_requests_total", labels, count));
        head("renoz_http_request_seconds", "histogram", "Time to answer.");
        new TreeMap<>(figures.latencies).forEach(this::histogram);
        counter("renoz_http_held_total", "Requests that waited at a shut door.", figures.held);
        counter("renoz_http_drains_total", "Times that a module was drained.", figures.drains);
        counter("renoz_http_drain_overruns_total", "Times that requests outlasted a drain.", figures.overruns);
        gauge("renoz_http_waiting", "Requests that wait at a shut door now.", figures.waiting());
    }

    private static Map<String, Double> byName(Map<Figures.Key, LongAdder> requests) {
        var named = new TreeMap<String, Double>();
        requests.forEach((key, count) -> named.put(
                label("module", key.module()) + "," + label("method", key.method()) + ","
                        + label("status", key.status()),
                count.doubleValue()));
        return named;
    }

    private void histogram(String module, Figures.Latency latency) {
        String labels = label("module", module);
        long sum = 0;
        for (int i = 0; i < Figures.BOUNDS.length; i++) {
            sum += latency.buckets[i].sum();
            line("renoz_http_request_seconds_bucket", labels + "," + label("le", number(Figures.BOUNDS[i])), (double)
                    sum);
        }
        sum += latency.buckets[Figures.BOUNDS.length].sum();
        line("renoz_http_request_seconds_bucket", labels + "," + label("le", "+Inf"), (double) sum);
        line("renoz_http_request_seconds_sum", labels, latency.nanos.sum() / 1e9);
        line("renoz_http_request_seconds_count", labels, (double) sum);
    }

    private void counter(String name, String help, Map<String, LongAdder> values) {
        head(name, "counter", help);
        new TreeMap<>(values).forEach((module, count) -> line(name, label("module", module), count.doubleValue()));
    }

    private void gauge(String name, String help, double value) {
        head(name, "gauge", help);
        line(name, "", value);
    }

    void machine() {
        var memory = ManagementFactory.getMemoryMXBean();
        head("jvm_memory_used_bytes", "gauge", "Memory in use.");
        line("jvm_memory_used_bytes", label("area", "heap"), (double)
                memory.getHeapMemoryUsage().getUsed());
        line("jvm_memory_used_bytes", label("area", "nonheap"), (double)
                memory.getNonHeapMemoryUsage().getUsed());
        gauge("jvm_memory_max_bytes", "Most heap there can be.", (double)
                memory.getHeapMemoryUsage().getMax());
        gauge(
                "jvm_threads_current",
                "Live threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                "jvm_classes_currently_loaded",
                "Loaded classes.",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        gauge(
                "process_uptime_seconds",
                "Time since the start.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        head("jvm_gc_collection_seconds", "summary", "Time in garbage collection.");
        ManagementFactory.getGarbageCollectorMXBeans().forEach(gc -> {
            line("jvm_gc_collection_seconds_count", label("gc", gc.getName()), (double) gc.getCollectionCount());
            line("jvm_gc_collection_seconds_sum", label("gc", gc.getName()), gc.getCollectionTime() / 1e3);
        });
    }

    /** Gauges of other bundles; those of one name follow each other. */
    void others(Map<String, Double> values) {
        String last = "";
        for (var entry : values.entrySet()) {
            String name = entry.getKey().replaceFirst("\\{.*", "");
            if (!name.equals(last)) {
                text.append("# TYPE ").append(name).append(" gauge\n");
                last = name;
            }
            text.append(entry.getKey())
                    .append(' ')
                    .append(number(entry.getValue()))
                    .append('\n');
        }
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ");
        text.append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(number(value)).append('\n');
    }

    private static String label(String name, String value) {
        String safe = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + "=\"" + safe + "\"";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
