package io.renoz.settings.attachment;

import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.Deletes;
import io.renoz.rest.Download;
import io.renoz.rest.Example;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.rest.Upload;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.AttachmentVisibility;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.api.NewAttachment;
import io.renoz.settings.attachment.AttachmentResource.Input;
import io.renoz.settings.attachment.AttachmentResource.View;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/attachments}: files of records, for whoever may read the record; see {@link Access}. */
@Component
@Path("attachments")
public final class AttachmentResource implements Reads<View>, Updates<Input, View>, Deletes {

    /** What people send; the platform itself makes the others. */
    private static final Set<AttachmentCategory> SENT = Set.of(
            AttachmentCategory.UPLOAD,
            AttachmentCategory.AVATAR,
            AttachmentCategory.LOGO,
            AttachmentCategory.SIGNATURE);

    /**
     * What stands beside a file that is sent.
     *
     * @param category {@code upload} unless said otherwise
     * @param visibility {@code internal} unless said otherwise
     * @param entityType kind of the record it hangs on; a file that hangs on none goes after 24 hours
     */
    public record Fields(
            @Nullable @Size(max = 255) String title,
            @Nullable @Size(max = 1000) String description,
            @Nullable AttachmentCategory category,
            @Nullable AttachmentVisibility visibility,
            @Nullable @Size(max = 50) @Example("customer") String entityType,
            @Nullable UUID entityId,
            @Nullable @Example("{\"place\": \"roof\"}") Json metadata) {

        public Fields {
            Input.together(entityType, entityId);
            Input.object(metadata);
            if (category != null && !SENT.contains(category)) {
                throw Problem.invalid("category", "Files of this category are made by the platform alone.");
            }
        }
    }

    /** What a caller may change; a file that hangs on nothing can be hung on a record once. */
    public record Input(
            @Nullable @Size(max = 255) String title,
            @Nullable @Size(max = 1000) String description,
            @NotNull AttachmentVisibility visibility,
            @Nullable @Size(max = 50) @Example("customer") String entityType,
            @Nullable UUID entityId,
            @Nullable @Example("{\"place\": \"roof\"}") Json metadata) {

        public Input {
            together(entityType, entityId);
            object(metadata);
        }

        static void together(@Nullable String entityType, @Nullable UUID entityId) {
            if ((entityType == null) != (entityId == null)) {
                throw Problem.invalid(
                        entityType == null ? "entityType" : "entityId", "A record is named by its type and its id.");
            }
        }

        static void object(@Nullable Json metadata) {
            if (metadata != null && !metadata.text().strip().startsWith("{")) {
                throw Problem.invalid("metadata", "It must be an object.");
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            String filename,
            String originalFilename,
            @Nullable String title,
            @Nullable String description,
            String mimeType,
            long sizeBytes,
            @Nullable String sha256,
            AttachmentStatus status,
            AttachmentCategory category,
            AttachmentVisibility visibility,
            @Nullable String entityType,
            @Nullable UUID entityId,
            @Nullable String documentType,
            @Nullable Integer revision,
            @Nullable UUID uploadedBy,
            @Nullable Json metadata,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    private final Tables tables;
    private final AttachmentStore store;
    private final Access access;
    private final Rows<Attachment, Input, View> files;
    private final Offer offer;

    @Activate
    public AttachmentResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference AttachmentStore store,
            @Reference EntityTypes types) {
        this.tables = tables;
        this.store = store;
        this.access = new Access(types);
        var offered = tables.of(Attachment.class)
                .filter("entityType", "entityId", "category", "documentType", "uploadedBy", "visibility")
                .sort("-createdAt", "filename", "sizeBytes");
        offer = offered.byName(Input.class, View.class).offer();
        files = offered.filter(
                        Access.OF_TYPES,
                        String.class,
                        types_ -> "(e.entityType is null or locate(concat(',', e.entityType, ','), :value) > 0)")
                .filter(Access.OWN, UUID.class, user -> "(e.entityType is not null or e.uploadedBy = :value)")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Attachment, Input, View> records() {
        return files;
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", offer);
    }

    @Override
    public long largestFile(String method) {
        return store.largest();
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Summary("Files of the records that the caller may read.")
    public Page<View> list(ListQuery query) {
        return files.list(access.narrowed(query));
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public View get(UUID id) {
        access.read(tables.require(Attachment.class, id));
        return files.get(id);
    }

    /** SET-22: a file comes in when its type is let in and its content is of that type. */
    @POST
    @Allow(Allow.SIGNED_IN)
    @Answers({"unsupported-media-type", "content-mismatch", "unknown-entity-type"})
    @Summary("Stores a file, and hangs it on a record whose module the caller may change.")
    public Created<View> create(Upload<Fields> upload) throws IOException {
        Fields fields = upload.fields();
        if (fields.entityType() != null && fields.entityId() != null) {
            access.hang(fields.entityType(), fields.entityId());
        }
        try (InputStream content = upload.open()) {
            Attachment stored = store.add(asked(upload), content, row -> {
                row.title = fields.title();
                row.description = fields.description();
                row.metadata = fields.metadata();
            });
            return new Created<>(files.view(stored));
        }
    }

    private static NewAttachment asked(Upload<Fields> upload) {
        Fields fields = upload.fields();
        return new NewAttachment(
                upload.name(),
                upload.mediaType(),
                fields.category() == null ? AttachmentCategory.UPLOAD : fields.category(),
                fields.visibility() == null ? AttachmentVisibility.INTERNAL : fields.visibility(),
                fields.entityType(),
                fields.entityId(),
                0);
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Answers({"unknown-entity-type", "invalid-state"})
    public View update(UUID id, Patch<Input> patch) {
        Attachment row = tables.require(Attachment.class, id);
        access.write(row);
        String type = row.entityType;
        UUID entity = row.entityId;
        return files.update(id, patch, (file, asked) -> {
            if (asked.entityType() != null && asked.entityId() != null) {
                boolean same =
                        asked.entityType().equals(type) && asked.entityId().equals(entity);
                file.entityType = type;
                file.entityId = entity;
                file.link(asked.entityType(), asked.entityId());
                if (!same) {
                    access.hang(asked.entityType(), asked.entityId());
                }
            } else if (type != null) {
                throw Problem.of("invalid-state", "A file stays with its record; delete it instead.");
            }
        });
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public void delete(UUID id) {
        Attachment row = tables.require(Attachment.class, id);
        access.write(row);
        files.delete(id);
        store.tell("deleted", row);
    }

    /** SET-22: to be saved, never run; after the read permission was asked for. */
    @GET
    @Path("{id}/content")
    @Allow(Allow.SIGNED_IN)
    @Answers("gone")
    @Summary("The bytes of a file, whole or by ranges.")
    public Download content(@PathParam("id") UUID id) {
        Attachment row = store.require(id);
        access.read(row);
        return store.content(row).download();
    }
}
