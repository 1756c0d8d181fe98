package io.renoz.users.signin;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client says it is, as far as people recognise themselves by it. */
public record Device(
        Type type, @Nullable String name, @Nullable String browser) {

    /** Sizes of devices. */
    public enum Type {
        DESKTOP,
        MOBILE,
        TABLET,
        API,
        UNKNOWN
    }

    static Device of(String userAgent) {
        String agent = userAgent.toLowerCase(Locale.ROOT);
        return new Device(type(agent), system(agent), browser(agent));
    }

    private static Type type(String agent) {
        if (!agent.startsWith("mozilla/")) {
            return agent.isEmpty() ? Type.UNKNOWN : Type.API;
        }
        if (agent.contains("ipad")
                || agent.contains("tablet")
                || (agent.contains("android") && !agent.contains("mobile"))) {
            return Type.TABLET;
        }
        return agent.contains("mobi") || agent.contains("iphone") ? Type.MOBILE : Type.DESKTOP;
    }

    private static @Nullable String system(String agent) {
        return first(agent, "iphone", "ipad", "android", "windows", "mac os", "cros", "linux");
    }

    /** Most browsers also name those they descend from, so the order matters. */
    private static @Nullable String browser(String agent) {
        return first(agent, "edg/", "opr/", "firefox/", "chrome/", "safari/");
    }

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("iphone", "iPhone"),
            Map.entry("ipad", "iPad"),
            Map.entry("android", "Android"),
            Map.entry("windows", "Windows"),
            Map.entry("mac os", "Mac"),
            Map.entry("cros", "Chromebook"),
            Map.entry("linux", "Linux"),
            Map.entry("edg/", "Edge"),
            Map.entry("opr/", "Opera"),
            Map.entry("firefox/", "Firefox"),
            Map.entry("chrome/", "Chrome"),
            Map.entry("safari/", "Safari"));

    private static @Nullable String first(String agent, String... marks) {
        return Stream.of(marks)
                .filter(agent::contains)
                .findFirst()
                .map(NAMES::get)
                .orElse(null);
    }
}
