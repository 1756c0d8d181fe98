package io.renoz.itests;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution, started once for all tests of a JVM as an operator would start it, on an empty home. */
final class RunningPlatform {

    static final String OPERATOR_TOKEN = "rno_" + "t".repeat(43);

    private static final class Holder {
        static final RunningPlatform SHARED = startAt(Path.of(System.getProperty("renoz.home")));
    }

    private final Path home;
    private final int port;

    private RunningPlatform(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static RunningPlatform shared() {
        return Holder.SHARED;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Path home() {
        return home;
    }

    /** Another one, on an empty home of its own. */
    static RunningPlatform startAt(Path home) {
        try {
            delete(home);
            var platform = new RunningPlatform(home, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.launch("stop")));
            platform.launch("run", "--detach");
            return platform;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }

    /** Runs the launcher with a verb and shows what it says. */
    void launch(String... verb) {
        String distribution = System.getProperty("renoz.distribution");
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Drenoz.distribution=" + distribution,
                "-cp",
                distribution + "/lib/launcher/*",
                "io.renoz.launcher.Main"));
        line.addAll(List.of(verb));
        var builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("RENOZ_HOME", home.toString());
        builder.environment().put("RENOZ_HTTP_PORT", Integer.toString(port));
        builder.environment().put("RENOZ_OPERATOR_TOKEN", OPERATOR_TOKEN);
        builder.environment().put("RENOZ_WEBHOOKS_ALLOW_PRIVATE_TARGETS", "true");
        try {
            Process process = builder.start();
            if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("The launcher failed with " + String.join(" ", verb));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A connection as the role of that kind: OWNER, APP, PLATFORM or ADMIN (the embedded server's superuser). */
    Connection database(String kind) throws SQLException {
        Map<String, String> env = environment();
        return DriverManager.getConnection(
                env.get("RENOZ_DB_URL"), env.get("RENOZ_DB_" + kind), env.get("RENOZ_DB_" + kind + "_PASSWORD"));
    }

    private Map<String, String> environment() {
        try (Stream<String> lines = Files.lines(home.resolve("db.env"))) {
            return lines.filter(line -> !line.startsWith("#") && line.contains("="))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 1)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
