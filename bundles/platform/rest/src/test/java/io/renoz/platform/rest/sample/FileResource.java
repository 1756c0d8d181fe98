package io.renoz.platform.rest.sample;

import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Created;
import io.renoz.rest.Download;
import io.renoz.rest.Resource;
import io.renoz.rest.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/warranty/files}: takes files and hands them out. */
@Path("files")
public final class FileResource implements Resource {

    /** Most bytes of a file. */
    public static final int MOST = 100_000;

    /** Where a file is that ends before its end. */
    public static final UUID LONG = UUID.fromString("01980000-0000-7000-8000-0000000000cc");

    public record Fields(
            @NotBlank @Size(max = 20) String title,
            @Nullable Integer count,
            @Nullable Boolean sealed,
            PolicyResource.@Nullable Kind kind) {}

    public record FileView(
            UUID id,
            int version,
            String title,
            @Nullable Integer count,
            @Nullable Boolean sealed,
            PolicyResource.@Nullable Kind kind,
            String name,
            String mediaType,
            long length,
            String sha256)
            implements Versioned {}

    private final Map<UUID, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<UUID, FileView> views = new ConcurrentHashMap<>();
    public final AtomicLong opened = new AtomicLong();

    @Override
    public long largestFile(String method) {
        return method.equals("picture") ? 1_000 : MOST;
    }

    @POST
    public Created<FileView> create(Upload<Fields> upload) throws IOException {
        return new Created<>(keep(upload, UUID.randomUUID()));
    }

    private FileView keep(Upload<Fields> upload, UUID id) throws IOException {
        Fields fields = upload.fields();
        var view = new FileView(
                id,
                1,
                fields.title(),
                fields.count(),
                fields.sealed(),
                fields.kind(),
                upload.name(),
                upload.mediaType(),
                upload.length(),
                upload.sha256());
        try (InputStream in = upload.open()) {
            contents.put(id, in.readAllBytes());
        }
        views.put(id, view);
        return view;
    }

    @PUT
    @Path("{id}/picture")
    @Consumes({"image/png", "image/jpeg"})
    public Map<String, String> picture(@PathParam("id") UUID id, Upload<Upload.NoFields> upload) {
        return Map.of("name", upload.name(), "type", upload.mediaType(), "length", String.valueOf(upload.length()));
    }

    @GET
    @Path("{id}/content")
    public Download content(@PathParam("id") UUID id) {
        if (id.equals(LONG)) {
            return Download.of("long.bin", "application/octet-stream", 5_000_000, "long", (from, length) -> {
                opened.incrementAndGet();
                return new java.io.ByteArrayInputStream(new byte[1_000_000]);
            });
        }
        FileView view = views.get(id);
        byte[] bytes = contents.get(id);
        if (view == null || bytes == null) {
            throw Problem.notFound("file");
        }
        return Download.of(view.name(), "text/plain", bytes);
    }
}
