package io.renoz.platform.rest.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.platform.rest.sample.FileResource;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files through the whole HTTP side, in and out. */
class FilesTest {

    private static final String FILES = "/api/v1/warranty/files";
    private static final String TEXT = "0123456789abcdef";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static String file(String name, String type, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: "
                + type + "\r\n\r\n" + content + "\r\n";
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static HttpResponse<String> send(String parts, String... headers) throws Exception {
        var request = stage.to(FILES)
                .POST(BodyPublishers.ofString(parts + "--b--\r\n"))
                .header("Content-Type", "multipart/form-data; boundary=b");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return stage.send(request);
    }

    private static String made() throws Exception {
        var answer = send(field("title", "Log") + file("log.txt", "text/plain", TEXT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow() + "/content";
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join("|", answer.headers().allValues(name));
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("renoz-upload-"))
                    .count();
        }
    }

    /** The file goes after the answer is out. */
    private static void leavesNothing(long before) throws IOException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (temporaryFiles() > before && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void takesAFileAndTheFieldsBesideIt() throws Exception {
        long before = temporaryFiles();

        var answer = send(field("title", "Log")
                + file("C:\\tmp\\log one.txt", "text/plain; charset=utf-8", TEXT)
                + field("count", "3")
                + field("sealed", "true")
                + field("kind", "full_cover"));

        JsonNode view = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(view.path("title").asText()).isEqualTo("Log");
        assertThat(view.path("count").asInt()).isEqualTo(3);
        assertThat(view.path("sealed").asBoolean()).isTrue();
        assertThat(view.path("kind").asText()).isEqualTo("full_cover");
        assertThat(view.path("name").asText()).isEqualTo("log one.txt");
        assertThat(view.path("mediaType").asText()).isEqualTo("text/plain");
        assertThat(view.path("length").asInt()).isEqualTo(TEXT.length());
        assertThat(view.path("sha256").asText())
                .isEqualTo("9f9f5111f7b27a781f1f1ddde5ebc2dd2b796bfc7365c9c28b548e564176929f");
        leavesNothing(before);
    }

    @Test
    void checksTheFieldsLikeABody() throws Exception {
        var answer = send(field("title", "x".repeat(21))
                + field("count", "many")
                + field("sealed", "perhaps")
                + field("noSuchField", "1")
                + file("a.txt", "text/plain", TEXT));

        FrontTest.isProblem(answer, 422, "validation-failed");
        assertThat(answer.body()).contains("/count", "/sealed", "/noSuchField");
        FrontTest.isProblem(send(file("a.txt", "text/plain", TEXT)), 422, "validation-failed");
        assertThat(send(file("a.txt", "text/plain", TEXT)).body()).contains("/title");
    }

    @Test
    void needsExactlyOneFile() throws Exception {
        var none = send(field("title", "Log"));
        var two = send(field("title", "Log") + file("a", "text/plain", "a") + file("b", "text/plain", "b"));
        var twice = send(field("title", "Log") + field("title", "Log") + file("a", "text/plain", "a"));

        FrontTest.isProblem(none, 422, "validation-failed");
        assertThat(none.body()).contains("/file");
        FrontTest.isProblem(two, 422, "validation-failed");
        FrontTest.isProblem(twice, 422, "validation-failed");
    }

    @Test
    void refusesWhatIsNoForm() throws Exception {
        FrontTest.isProblem(stage.post(FILES, "{}"), 415, "unsupported-media-type");
        var broken =
                stage.to(FILES).POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"file\""));
        FrontTest.isProblem(
                stage.send(broken.header("Content-Type", "multipart/form-data; boundary=b")), 400, "malformed-request");
        var nowhere = stage.to(FILES).POST(BodyPublishers.ofString("--b--"));
        FrontTest.isProblem(
                stage.send(nowhere.header("Content-Type", "multipart/form-data")), 400, "malformed-request");
    }

    @Test
    void refusesAFileThatIsTooLargeAndALongField() throws Exception {
        long before = temporaryFiles();

        var fits = send(field("title", "Log") + file("a.txt", "text/plain", "x".repeat(FileResource.MOST)));
        var large = send(field("title", "Log") + file("a.txt", "text/plain", "x".repeat(FileResource.MOST + 1)));
        var huge = send(file("a.txt", "text/plain", "x".repeat(5_000_000)));
        var field = send(field("title", "x".repeat(70_000)) + file("a.txt", "text/plain", "x"));

        assertThat(fits.statusCode()).isEqualTo(201);
        FrontTest.isProblem(large, 413, "file-too-large");
        FrontTest.isProblem(huge, 413, "file-too-large");
        FrontTest.isProblem(field, 413, "payload-too-large");
        leavesNothing(before);
    }

    @Test
    void asksForPermissionBeforeItTakesAnythingIn() throws Exception {
        var request = stage.to(FILES)
                .setHeader("Authorization", "Bearer reader")
                .POST(BodyPublishers.ofString(file("a.txt", "text/plain", "x".repeat(50_000)) + "--b--\r\n"))
                .header("Content-Type", "multipart/form-data; boundary=b");

        FrontTest.isProblem(stage.send(request), 403, "forbidden");
    }

    @Test
    void takesAFileAloneOfTheTypesThatAreNamed() throws Exception {
        String address = FILES + "/" + UUID.randomUUID() + "/picture";
        var picture = stage.send(stage.to(address)
                .PUT(BodyPublishers.ofString("PNG"))
                .header("Content-Type", "image/png")
                .header("Content-Disposition", "attachment; filename*=UTF-8''caf%C3%A9.png"));
        var large = stage.send(stage.to(address)
                .PUT(BodyPublishers.ofString("x".repeat(2_000)))
                .header("Content-Type", "image/png"));
        var gif =
                stage.send(stage.to(address).PUT(BodyPublishers.ofString("GIF")).header("Content-Type", "image/gif"));

        assertThat(JSON.readTree(picture.body()).path("name").asText()).isEqualTo("café.png");
        assertThat(JSON.readTree(picture.body()).path("type").asText()).isEqualTo("image/png");
        FrontTest.isProblem(large, 413, "file-too-large");
        FrontTest.isProblem(gif, 415, "unsupported-media-type");
    }

    @Test
    void handsAFileOutToBeSavedAndNeverToBeRun() throws Exception {
        var answer = stage.get(made());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TEXT);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/plain");
        assertThat(header(answer, "Content-Length")).isEqualTo("16");
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"log.txt\"; filename*=UTF-8''log.txt");
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'; frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void handsOutWhatACallerAcceptsWhateverItIs() throws Exception {
        assertThat(stage.send(stage.to(made()).header("Accept", "application/pdf"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void handsOutRanges() throws Exception {
        String address = made();
        ranged(address, "bytes=0-3", 206, "0123", "bytes 0-3/16");
        ranged(address, "bytes=10-", 206, "abcdef", "bytes 10-15/16");
        ranged(address, "bytes=-2", 206, "ef", "bytes 14-15/16");
        ranged(address, "bytes=-100", 206, TEXT, "bytes 0-15/16");
        ranged(address, "bytes=15-99", 206, "f", "bytes 15-15/16");
        ranged(address, "bytes=0-1,4-5", 200, TEXT, "");
        ranged(address, "bytes=5-2", 200, TEXT, "");
        ranged(address, "lines=1-2", 200, TEXT, "");
    }

    private static void ranged(String address, String range, int status, String body, String contentRange)
            throws Exception {
        var answer = stage.send(stage.to(address).header("Range", range));

        assertThat(answer.statusCode()).as(range).isEqualTo(status);
        assertThat(answer.body()).as(range).isEqualTo(body);
        assertThat(header(answer, "Content-Range")).as(range).isEqualTo(contentRange);
    }

    @Test
    void saysHowMuchThereIsWhenARangeLiesBeyond() throws Exception {
        for (String range : new String[] {"bytes=16-", "bytes=99-100", "bytes=-0"}) {
            var answer = stage.send(stage.to(made()).header("Range", range));

            FrontTest.isProblem(answer, 416, "range-not-satisfiable");
            assertThat(header(answer, "Content-Range")).isEqualTo("bytes */16");
        }
    }

    @Test
    void givesARangeOnlyOfTheFileTheCallerKnows() throws Exception {
        String address = made();
        String tag = header(stage.get(address), "ETag");

        var same = stage.send(stage.to(address).header("Range", "bytes=0-3").header("If-Range", tag));
        var other = stage.send(stage.to(address).header("Range", "bytes=0-3").header("If-Range", "\"other\""));
        var weak = stage.send(stage.to(address).header("Range", "bytes=0-3").header("If-Range", "W/" + tag));

        assertThat(same.statusCode()).isEqualTo(206);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(TEXT);
        assertThat(weak.statusCode()).isEqualTo(200);
    }

    @Test
    void isNotSentAgainToWhoHasIt() throws Exception {
        String address = made();
        String tag = header(stage.get(address), "ETag");

        var answer = stage.send(stage.to(address).header("If-None-Match", tag));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answersHeadWithoutReadingTheFile() throws Exception {
        String address = FILES + "/" + FileResource.LONG + "/content";
        long before = stage.files.opened.get();

        var head = stage.send(stage.to(address).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("5000000");
        assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(stage.files.opened).hasValue(before);
    }

    @Test
    void tearsTheConnectionWhenAFileIsShorterThanItShouldBe() {
        var request = stage.to(FILES + "/" + FileResource.LONG + "/content").build();

        assertThatThrownBy(() -> stage.client.send(request, HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void tellsOfFilesInItsDocument() throws Exception {
        JsonNode paths = JSON.readTree(stage.get("/api/v1/openapi.json").body()).path("paths");
        JsonNode post = paths.path("/warranty/files").path("post");
        JsonNode form = post.path("requestBody")
                .path("content")
                .path("multipart/form-data")
                .path("schema");
        JsonNode get = paths.path("/warranty/files/{id}/content").path("get");

        assertThat(form.path("properties").path("file").path("format").asText()).isEqualTo("binary");
        assertThat(form.path("properties").path("title").path("maxLength").asInt())
                .isEqualTo(20);
        assertThat(form.path("required").toString()).isEqualTo("[\"file\",\"title\"]");
        assertThat(post.path("responses").path("413").toString()).contains("file-too-large");
        assertThat(get.path("responses").fieldNames()).toIterable().contains("200", "206", "304", "416");
        assertThat(get.path("parameters").toString()).contains("\"Range\"", "\"If-Range\"", "\"If-None-Match\"");
        assertThat(paths.path("/warranty/files/{id}/picture")
                        .path("put")
                        .path("requestBody")
                        .path("content")
                        .fieldNames())
                .toIterable()
                .containsExactly("image/png", "image/jpeg");
    }
}
