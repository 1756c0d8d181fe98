package io.renoz.platform.oidc;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** npm's oidc-provider in a process of its own. */
final class RealIssuer implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path PLACE = Path.of("target/issuer");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private RealIssuer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Installs it the first time; what npm has fetched once it keeps. */
    static RealIssuer start() throws IOException, InterruptedException {
        Files.createDirectories(PLACE);
        for (String file : List.of("package.json", "package-lock.json", "issuer.mjs")) {
            Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(PLACE.resolve("node_modules/oidc-provider"))) {
            Process install = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline")
                    .directory(PLACE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(PLACE.resolve("npm.log").toFile())
                    .start();
            if (!install.waitFor(3, TimeUnit.MINUTES) || install.exitValue() != 0) {
                throw new IllegalStateException("npm ci failed: " + Files.readString(PLACE.resolve("npm.log")));
            }
        }
        Process process = new ProcessBuilder("node", "issuer.mjs")
                .directory(PLACE.toFile())
                .redirectError(PLACE.resolve("issuer.log").toFile())
                .start();
        String line = first(process.inputReader(StandardCharsets.UTF_8));
        return new RealIssuer(process, URI.create(line));
    }

    private static String first(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("http")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException(
                    "The issuer did not start: " + Files.readString(PLACE.resolve("issuer.log")));
        }
        return line;
    }

    URI address() {
        return address;
    }

    /** A token for an audience, with claims that are given as JSON. */
    String token(String audience, String claims) throws IOException, InterruptedException {
        String body = "grant_type=client_credentials&scope=api&client_id=tests&client_secret=secret&resource="
                + URLEncoder.encode(audience, StandardCharsets.UTF_8);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address.resolve("/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Claims", claims)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return token.group(1);
    }

    /** The keys, as anybody may see them. */
    String keys() throws IOException, InterruptedException {
        return get("/jwks");
    }

    /** Signs with a new key from now on, and forgets the old one. */
    void rotate() throws IOException, InterruptedException {
        get("/rotate");
    }

    /** Says that it is somebody else from now on. */
    void imitate() throws IOException, InterruptedException {
        get("/imitate");
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
