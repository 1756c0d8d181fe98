package io.renoz.itests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The folder deploy/ of the running platform, used as an operator uses it. */
final class StrangerFolder {

    private static final Path FOLDER = RunningPlatform.shared().home().resolve("deploy");
    private static final Path EXAMPLES = Path.of(System.getProperty("renoz.root"), "examples");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final Path PETTY_CASH_1 = EXAMPLES.resolve("petty-cash/core/target/petty-cash-1.0.0.zip");
    static final Path PETTY_CASH_2 = EXAMPLES.resolve("petty-cash-2/target/petty-cash-2.0.0.zip");

    private StrangerFolder() {}

    /** One of the bad examples. */
    static Path bad(String name) {
        return EXAMPLES.resolve("bad/" + name + "/target/bad-" + name + "-1.0.0.jar");
    }

    /** Puts a file into the folder under a name, in one go; what had the name before is replaced. */
    static void drop(Path file, String name) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is not built; mvn -f examples/pom.xml package does it.");
        }
        try {
            Files.createDirectories(FOLDER);
            Path copy = Files.copy(file, FOLDER.resolve("." + name + ".part"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, FOLDER.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a file away and waits until the module it brought is gone. */
    static void remove(String name, String module) {
        try {
            Files.deleteIfExists(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        await().atMost(PATIENCE)
                .until(() -> deployed(module).isEmpty() && problem(name).isEmpty());
    }

    /** Drops a file and waits until its module serves. */
    static void install(Path file, String name, String module, String version) {
        drop(file, name);
        awaitActive(name, module, version);
    }

    /** Waits until a module serves in that version; fails when its file is refused. */
    static void awaitActive(String name, String module, String version) {
        await().atMost(PATIENCE).until(() -> {
            problem(name).ifPresent(reason -> {
                throw new AssertionError(name + " was refused: " + reason);
            });
            return deployed(module)
                    .filter(it -> it.path("version").asText().equals(version))
                    .filter(it -> it.path("state").asText().equals("active"))
                    .isPresent();
        });
    }

    /** Waits until a file is refused; tells why. */
    static String awaitRefusal(String name) {
        await().atMost(PATIENCE).until(() -> problem(name).isPresent());
        return problem(name).orElseThrow();
    }

    private static Optional<String> problem(String name) {
        try {
            Path text = FOLDER.resolve(name + ".problem.txt");
            return Files.exists(text) ? Optional.of(Files.readString(text)) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A module as the operator's list shows it. */
    static Optional<JsonNode> deployed(String module) {
        return items(Client.operator().get("operator/modules?limit=200")).stream()
                .filter(it -> it.path("name").asText().equals(module))
                .findFirst();
    }

    /** The records of a page. */
    static List<JsonNode> items(Answer page) {
        return StreamSupport.stream(page.expect(200).body().path("items").spliterator(), false)
                .toList();
    }

    /** How many paths of a module a caller's OpenAPI document shows. */
    static long paths(Client client, String module) {
        Iterable<String> paths = () ->
                client.get("openapi.json").expect(200).body().path("paths").fieldNames();
        return StreamSupport.stream(paths.spliterator(), false)
                .filter(path -> path.startsWith("/" + module + "/"))
                .count();
    }
}
