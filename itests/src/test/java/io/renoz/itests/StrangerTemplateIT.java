package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./renoz new} makes of petty cash. */
@DisplayName("A new module")
class StrangerTemplateIT {

    private static final Path SCRIPT = Path.of(System.getProperty("renoz.root"), "examples", "new-module.sh");

    @TempDir
    Path folder;

    private int run(String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(
                List.of("bash", SCRIPT.toAbsolutePath().normalize().toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    @DisplayName("has its own name wherever petty cash had its")
    void isRenamed() throws Exception {
        assertThat(run("loyalty-points", "--package", "org.acme.loyalty", "--vendor", "Acme & Sons"))
                .isZero();

        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder.resolve("loyalty-points"))) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(25).noneMatch(file -> file.toString()
                .contains("petty"));
        for (Path file : files) {
            assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
                    .as(file.toString())
                    .doesNotContain("petty", "com.example");
        }
        Path root = folder.resolve("loyalty-points/core/src/main/java/org/acme/loyalty/package-info.java");
        assertThat(Files.readString(root)).contains("\"loyalty-points\"", "\"Acme & Sons\"", "\"Loyalty points\"");
    }

    @Test
    @DisplayName("is refused a name that no module can have, and a folder that is there")
    void isRefused() throws Exception {
        Files.createDirectory(folder.resolve("taken"));

        for (String name : List.of("Loyalty", "1st", "a", "modules", "taken", "platform")) {
            assertThat(run(name)).as(name).isNotZero();
        }
        assertThat(folder.resolve("modules")).doesNotExist();
    }
}
