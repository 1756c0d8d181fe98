package io.renoz.settings.attachment;

import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.attachment.Desk.TEXT;
import static io.renoz.settings.attachment.Desk.read;
import static io.renoz.settings.attachment.Desk.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Patch;
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.AttachmentVisibility;
import io.renoz.settings.attachment.AttachmentResource.Fields;
import io.renoz.settings.attachment.AttachmentResource.Input;
import io.renoz.settings.attachment.AttachmentResource.View;
import io.renoz.testing.Organization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files as people send and fetch them. */
class AttachmentResourceIT {

    private final Desk desk = new Desk();
    private final AttachmentResource resource = desk.resource;
    private final Organization acme = PLATFORM.organization();
    private final Organization seller = acme.as(UUID.randomUUID(), "customers.read", "customers.write");
    private final Organization reader = acme.as(UUID.randomUUID(), "customers.read");
    private final Organization stranger = acme.as(UUID.randomUUID(), "settings.read", "orders.read", "orders.write");
    private final UUID customer = desk.customer();

    private static void refused(String slug, ThrowingCallable act) {
        Problem refusal = catchThrowableOfType(Problem.class, act);

        assertThat(refusal).as(slug).isNotNull();
        assertThat(refusal.slug()).isEqualTo(slug);
    }

    private List<UUID> listed(Organization caller, String... filter) {
        Map<String, String> filters = filter.length == 0 ? Map.of() : Map.of(filter[0], filter[1]);
        return caller.read(() ->
                resource.list(new ListQuery(200, Optional.empty(), Optional.empty(), filters, false)).items().stream()
                        .map(View::id)
                        .toList());
    }

    @Test
    void storesWhatIsSent() {
        View view = desk.send(seller, "customer", customer);

        assertThat(view.title()).isEqualTo("A note");
        assertThat(view.mimeType()).isEqualTo("text/plain");
        assertThat(view.sizeBytes()).isEqualTo(10);
        assertThat(view.status()).isEqualTo(AttachmentStatus.STORED);
        assertThat(view.uploadedBy()).isNotNull();
        assertThat(view.category()).isEqualTo(AttachmentCategory.UPLOAD);
        assertThat(view.visibility()).isEqualTo(AttachmentVisibility.INTERNAL);
        assertThat(seller.read(() -> resource.get(view.id()))).isEqualTo(view);
    }

    @Test
    @DisplayName(
            "SET-22: whoever may not read the linked record's module fetches none of its files, and learns of none")
    void isAsOpenAsItsRecord() throws Exception {
        UUID id = desk.send(seller, "customer", customer).id();

        Download content = reader.read(() -> resource.content(id));
        assertThat(read(content.content().open(0, 10))).isEqualTo(TEXT);
        assertThat(content.inline()).isFalse();
        assertThat(listed(reader)).contains(id);

        refused("not-found", () -> stranger.read(() -> resource.content(id)));
        refused("not-found", () -> stranger.read(() -> resource.get(id)));
        refused("not-found", () -> stranger.run(() -> resource.delete(id)));
        assertThat(listed(stranger)).doesNotContain(id);
        assertThat(listed(stranger, "entityType", "customer")).isEmpty();
    }

    @Test
    void takesFilesOnlyFromWhoMayChangeTheModule() {
        refused("forbidden", () -> desk.send(reader, "customer", customer));
        refused("forbidden", () -> desk.send(stranger, "customer", customer));
        refused("unknown-entity-type", () -> desk.send(seller, "spaceship", customer));
        refused("validation-failed", () -> desk.send(seller, "customer", UUID.randomUUID()));
        refused("validation-failed", () -> desk.send(seller, "country", customer));
        UUID id = desk.send(seller, "customer", customer).id();
        refused("forbidden", () -> reader.run(() -> resource.delete(id)));
    }

    @Test
    void keepsAFileThatHangsOnNothingForWhoSentIt() {
        UUID id = desk.send(reader, null, null).id();
        Organization admin = acme.as(UUID.randomUUID(), "settings.read", "settings.write");

        assertThat(listed(reader)).containsExactly(id);
        assertThat(listed(admin)).containsExactly(id);
        assertThat(listed(seller)).isEmpty();
        refused("not-found", () -> seller.read(() -> resource.content(id)));
    }

    @Test
    @DisplayName("SET-22: the size of an upload is limited by the setting")
    void limitsUploadsByTheSetting() {
        desk.settings.put(AttachmentSettings.MAX_MB, 7);

        assertThat(resource.largestFile("create")).isEqualTo(7 * 1_048_576);
    }

    private static Patch<Input> setting(
            @Nullable String title, AttachmentVisibility visibility, @Nullable String type, @Nullable UUID entity) {
        return Patch.whole(new Input(title, null, visibility, type, entity, new Json("{\"width\": 3}")));
    }

    @Test
    @DisplayName("SET-25: what is known of a file changes under an If-Match, and its record stays")
    void changesWhatIsKnownOfAFile() {
        View view = desk.send(seller, "customer", customer);
        var patch = setting("Plan", AttachmentVisibility.CUSTOMER, "customer", customer);

        refused("precondition-required", () -> seller.run(() -> resource.update(view.id(), patch)));
        View changed = seller.ifMatch(view.version()).call(() -> resource.update(view.id(), patch));
        assertThat(changed.title()).isEqualTo("Plan");
        assertThat(changed.visibility()).isEqualTo(AttachmentVisibility.CUSTOMER);
        assertThat(changed.metadata()).isNotNull();

        var elsewhere = setting("Plan", AttachmentVisibility.CUSTOMER, "customer", desk.customer());
        var nowhere = setting("Plan", AttachmentVisibility.CUSTOMER, null, null);
        Organization again = seller.ifMatch(changed.version());
        refused("invalid-state", () -> again.run(() -> resource.update(view.id(), elsewhere)));
        refused("invalid-state", () -> again.run(() -> resource.update(view.id(), nowhere)));
        refused("forbidden", () -> reader.ifMatch(changed.version()).run(() -> resource.update(view.id(), patch)));
    }

    @Test
    void hangsAFileOnARecordLater() {
        View view = desk.send(seller, null, null);

        View linked = seller.ifMatch(view.version())
                .call(() ->
                        resource.update(view.id(), setting(null, AttachmentVisibility.INTERNAL, "customer", customer)));

        assertThat(linked.entityId()).isEqualTo(customer);
        assertThat(listed(reader, "entityId", customer.toString())).containsExactly(view.id());
        View other = desk.send(reader, null, null);
        refused("forbidden", () -> reader.ifMatch(other.version())
                .run(() -> resource.update(
                        other.id(), setting(null, AttachmentVisibility.INTERNAL, "customer", customer))));
    }

    @Test
    @DisplayName("SET-22: a deleted file is gone at once")
    void hidesWhatIsDeleted() {
        UUID id = desk.send(seller, "customer", customer).id();

        seller.run(() -> resource.delete(id));

        refused("gone", () -> reader.read(() -> resource.content(id)));
        refused("not-found", () -> reader.read(() -> resource.get(id)));
        refused("not-found", () -> seller.run(() -> resource.delete(id)));
        refused("not-found", () -> stranger.read(() -> resource.content(id)));
        assertThat(listed(reader)).isEmpty();
    }

    @Test
    void refusesWhatNobodyMaySay() {
        refused("validation-failed", () -> new Fields(null, null, AttachmentCategory.EXPORT, null, null, null, null));
        refused("validation-failed", () -> new Fields(null, null, null, null, "customer", null, null));
        refused("validation-failed", () -> new Fields(null, null, null, null, null, customer, null));
        refused("validation-failed", () -> new Fields(null, null, null, null, null, null, new Json("[1]")));
    }

    @Test
    @DisplayName("SET-22: content that is not of the declared type is refused")
    void looksAtWhatIsSent() {
        refused("content-mismatch", () -> seller.run(() -> create("image/png", TEXT)));
        refused("unsupported-media-type", () -> seller.run(() -> create("image/svg+xml", "<svg/>")));
    }

    private void create(String type, String content) {
        try {
            resource.create(upload(type, content, "customer", customer));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
