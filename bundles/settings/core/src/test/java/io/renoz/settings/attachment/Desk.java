package io.renoz.settings.attachment;

import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;

import io.renoz.data.Call;
import io.renoz.problem.Problem;
import io.renoz.rest.Upload;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.api.NewAttachment;
import io.renoz.settings.attachment.AttachmentResource.Fields;
import io.renoz.settings.attachment.AttachmentResource.View;
import io.renoz.testing.Organization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The components of files over the test platform; customers and orders are played by few lines. */
final class Desk {

    static final String TEXT = "0123456789";

    /** Records there are, and settings of the organization. */
    final Set<UUID> records = new HashSet<>();

    final Map<String, Integer> settings =
            new HashMap<>(Map.of(AttachmentSettings.MAX_MB, 50, AttachmentSettings.PURGE_DAYS, 30));
    final EntityTypes types = new Types();
    final AttachmentStore store = new AttachmentStore(
            TABLES, PLATFORM.blobs(), PLATFORM.contentTypes(), new Whole(settings), PLATFORM.events());
    final AttachmentResource resource = new AttachmentResource(TABLES, store, types);

    PurgeAttachments purge(Clock clock) {
        return new PurgeAttachments(TABLES, PLATFORM.transactions(), PLATFORM.blobs(), new Whole(settings), clock);
    }

    /** A customer. */
    UUID customer() {
        UUID id = UUID.randomUUID();
        records.add(id);
        return id;
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static NewAttachment note(String name) {
        return NewAttachment.of(name, "text/plain", AttachmentCategory.UPLOAD);
    }

    static Upload<Fields> upload(String type, String content, @Nullable String entity, @Nullable UUID id) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Upload<>(
                new Fields("A note", null, null, null, entity, id, null),
                "note.txt",
                type,
                bytes.length,
                "",
                () -> new ByteArrayInputStream(bytes));
    }

    /** Sends a file as a caller. */
    View send(Organization caller, @Nullable String entity, @Nullable UUID id) {
        return caller.call(
                () -> resource.create(upload("text/plain", TEXT, entity, id)).body());
    }

    static String read(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Customers with files, read by {@code customers.read}, and countries without. */
    private final class Types implements EntityTypes {

        private final List<EntityType> all = List.of(
                EntityType.of("customers", "customer", "Customer", null),
                EntityType.of("customers", "country", "Country", null).with(),
                EntityType.of("orders", "order", "Order", null));

        @Override
        public List<EntityType> all() {
            return all;
        }

        @Override
        public Optional<EntityType> find(String type) {
            return all.stream().filter(known -> known.type().equals(type)).findFirst();
        }

        @Override
        public EntityType require(String type) {
            return find(type).orElseThrow(() -> Problem.of("unknown-entity-type", "There is no " + type + "."));
        }

        @Override
        public Optional<EntityLabel> describe(String type, UUID id) {
            return find(type)
                    .filter(known -> Call.current().permits(known.permission()) && records.contains(id))
                    .map(known -> EntityLabel.named("Someone"));
        }
    }
}
