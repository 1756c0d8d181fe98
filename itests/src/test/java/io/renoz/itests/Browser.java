package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium, driven by Playwright in a Node.js process of its own. Not thread-safe. */
final class Browser implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path PLACE = Path.of("target/browser");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;

    private Browser(Process process) {
        this.process = process;
        this.to = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.from = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Installs what drives it the first time; what npm has fetched once it keeps. */
    static Browser start() throws IOException, InterruptedException {
        Files.createDirectories(PLACE);
        for (String file : List.of("package.json", "package-lock.json", "browse.mjs")) {
            Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(PLACE.resolve("node_modules/playwright-core"))) {
            Process install = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline")
                    .directory(PLACE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(PLACE.resolve("npm.log").toFile())
                    .start();
            if (!install.waitFor(3, TimeUnit.MINUTES) || install.exitValue() != 0) {
                throw new IllegalStateException("npm ci failed: " + Files.readString(PLACE.resolve("npm.log")));
            }
        }
        return new Browser(new ProcessBuilder("node", "browse.mjs", chromium())
                .directory(PLACE.toFile())
                .redirectError(PLACE.resolve("browser.log").toFile())
                .start());
    }

    private static String chromium() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException("There is no chromium; ./renoz test installs it."))
                .toString();
    }

    private JsonNode act(String... words) {
        try {
            to.println(JSON.writeValueAsString(words));
            String line = from.readLine();
            if (line == null) {
                throw new IllegalStateException(
                        "The browser is gone: " + Files.readString(PLACE.resolve("browser.log")));
            }
            JsonNode answer = JSON.readTree(line);
            if (answer.has("failed")) {
                throw new IllegalStateException(answer.path("failed").asText());
            }
            return answer.path("seen");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void open(String url) {
        act("open", url);
    }

    void fill(String selector, String text) {
        act("fill", selector, text);
    }

    void click(String selector) {
        act("click", selector);
    }

    /** The text of an element, as soon as it holds what is expected, or after ten seconds. */
    String text(String selector, String expected) {
        return act("text", selector, expected).asText();
    }

    boolean shows(String selector) {
        return act("visible", selector).asBoolean();
    }

    /** Where the page says that it is. */
    String address() {
        return act("address").asText();
    }

    /** What the browser had to complain of since it began: errors of scripts, breaches of the content security policy. */
    List<String> complaints() {
        var all = new ArrayList<String>();
        act("complaints").forEach(complaint -> all.add(complaint.asText()));
        return all;
    }

    @Override
    public void close() {
        to.close();
        process.destroy();
    }
}
