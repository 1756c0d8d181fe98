package io.renoz.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs, with a stub in Karaf's place and a real PostgreSQL. */
class PlatformIT {

    private static final String STUB = "org/apache/karaf/main/Main.class";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> env = new HashMap<>();

    /** PostgreSQL's programs, unpacked by the first test for all. */
    private static Path programs;

    private Home home;
    private Path distribution;

    @BeforeAll
    static void share(@TempDir Path folder) {
        programs = folder;
    }

    @BeforeEach
    void lay(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(folder.resolve("home/postgres"), programs);
        home = new Home(folder.resolve("home"));
        distribution = folder.resolve("built");
        for (String name : List.of("etc", "system", "lib/boot", "lib/jdk9plus")) {
            Files.createDirectories(distribution.resolve(name));
        }
        try (OutputStream file = Files.newOutputStream(distribution.resolve("lib/boot/main.jar"));
                JarOutputStream jar = new JarOutputStream(file);
                InputStream stub = ClassLoader.getSystemResourceAsStream(STUB)) {
            jar.putNextEntry(new JarEntry(STUB));
            Objects.requireNonNull(stub).transferTo(jar);
        }
        env.put("RENOZ_HOME", home.root().toString());
        env.put("RENOZ_HTTP_PORT", Integer.toString(Ports.free()));
    }

    @AfterEach
    void stop() {
        verb("stop");
    }

    @Test
    void runsOnceTellsSoAndStops() throws Exception {
        assertThat(verb("run", "--detach")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Renoz runs at   " + url());
        assertThat(ready()).contains("jdbc:postgresql://127.0.0.1:").containsPattern("rno_[A-Za-z0-9_-]{43}$");
        assertThat(verb("status")).isZero();

        assertThat(verb("run", "--detach")).isOne();
        assertThat(complaint()).startsWith("Renoz is already running at " + url());

        assertThat(verb("stop")).isZero();
        assertThat(verb("status")).isEqualTo(3);
        assertThat(new EmbeddedDatabase(home).alive()).isEmpty();
    }

    @Test
    void comesBackAfterAnyKill() throws Exception {
        verb("run", "--detach");
        kill(Running.find(home.running()).orElseThrow().pid());
        assertThat(verb("run", "--detach")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("still running, taken over");

        kill(new EmbeddedDatabase(home).alive().orElseThrow().pid());
        assertThat(verb("run", "--detach")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("without its PostgreSQL, which is back");

        kill(Running.find(home.running()).orElseThrow().pid());
        kill(new EmbeddedDatabase(home).alive().orElseThrow().pid());
        assertThat(verb("run", "--detach")).isZero();
        assertThat(ready()).isNotEmpty();
    }

    @Test
    void startsNothingWhenThePortIsTaken() throws Exception {
        int port = Integer.parseInt(env.getOrDefault("RENOZ_HTTP_PORT", ""));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(verb("run", "--detach")).isOne();
        }

        assertThat(complaint()).startsWith("Port " + port + " on 127.0.0.1 is used by another program");
        assertThat(home.data()).doesNotExist();
    }

    @Test
    void stopsItsDatabaseWhenThePlatformDies() throws Exception {
        env.put("RENOZ_JAVA_OPTS", "-Dstub.dies=true");

        assertThat(verb("run", "--detach")).isOne();

        assertThat(complaint()).contains("ended with exit code 7").contains("the feature 'renoz' cannot be resolved");
        assertThat(new EmbeddedDatabase(home).alive()).isEmpty();
        assertThat(verb("status")).isEqualTo(3);
    }

    @Test
    void takesTheTokenThatIsGiven() throws Exception {
        env.put("RENOZ_OPERATOR_TOKEN", "rno_given");

        verb("run", "--detach");

        assertThat(ready()).endsWith(" rno_given");
        assertThat(home.operatorToken()).doesNotExist();
    }

    private int verb(String... words) {
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Main(console, env, distribution).run(List.of(words));
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String url() {
        return "http://127.0.0.1:" + env.get("RENOZ_HTTP_PORT");
    }

    private String ready() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/health/ready")).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }
}
