package io.renoz.products.image;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.products.Locks;
import io.renoz.products.ProductSettings;
import io.renoz.products.Texts;
import io.renoz.products.product.Product;
import io.renoz.products.product.RecordTypes;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import io.renoz.rest.Upload;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.NewAttachment;
import io.renoz.settings.api.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{parent}/images}. PRD-21: exactly one comes first while there are any. */
@Component
@Path("products/{parent}/images")
public final class ImageResource implements PartLists<ImageResource.View>, PartDeletes {

    /** What stands beside the file. */
    public record Fields(
            @Nullable @Size(max = 255) String altText,
            @Nullable @Size(max = 500) String caption,
            boolean isPrimary) {}

    /** What a caller may change; another picture becomes the primary one by its own request. */
    public record Input(
            @Nullable @Size(max = 255) String altText,
            @Nullable @Size(max = 500) String caption,
            int sortOrder,
            boolean isPrimary) {

        public Input {
            altText = Texts.plain(altText);
            caption = Texts.plain(caption);
        }
    }

    /** What a caller sees; the bytes are {@code settings/attachments/{attachmentId}/content}. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID productId,
            UUID attachmentId,
            @Nullable Integer widthPx,
            @Nullable Integer heightPx,
            @Nullable String altText,
            @Nullable String caption,
            int sortOrder,
            boolean isPrimary)
            implements Versioned {}

    private final Tables tables;
    private final Attachments attachments;
    private final SettingsReader settings;
    private final Rows<Image, Input, View> images;

    @Activate
    public ImageResource(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference Attachments attachments,
            @Reference SettingsReader settings) {
        this.tables = tables;
        this.attachments = attachments;
        this.settings = settings;
        images = tables.of(Image.class)
                .filter("isPrimary")
                .sort("sortOrder")
                .within("productId", Product.class)
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Image, Input, View> records() {
        return images;
    }

    @Override
    public long largestFile(String method) {
        return setting(ProductSettings.MAX_IMAGE_BYTES);
    }

    private int setting(String key) {
        return settings.getInt(ProductSettings.CATEGORY, key);
    }

    @GET
    @Path("{id}")
    public View get(@PathParam("parent") UUID productId, @PathParam("id") UUID id) {
        return images.within(productId).get(id);
    }

    @POST
    @Consumes({"multipart/form-data", "image/png", "image/jpeg", "image/webp", "image/gif"})
    @Answers({"unsupported-media-type", "payload-too-large", "too-many-images", "duplicate-value", "content-mismatch"})
    @Summary("Stores a picture: JPEG, PNG, WebP or GIF; the first becomes the primary one")
    public Created<View> create(@PathParam("parent") UUID productId, Upload<Fields> upload) throws IOException {
        Product product = changed(productId);
        List<Image> there = of(productId);
        if (there.size() >= setting(ProductSettings.MAX_IMAGES)) {
            throw Problem.of("too-many-images", "The product has " + there.size() + " pictures already.");
        }
        requireNew(productId, there, upload.sha256());
        var image = new Image(productId, store(productId, upload));
        image.altText = Texts.plain(upload.fields().altText);
        image.caption = Texts.plain(upload.fields().caption);
        image.sortOrder =
                there.stream().mapToInt(other -> other.sortOrder + 1).max().orElse(0);
        image.isPrimary = there.isEmpty() || upload.fields().isPrimary;
        if (image.isPrimary) {
            there.forEach(other -> other.isPrimary = false);
        }
        tables.add(image);
        product.touch();
        tables.flush();
        return new Created<>(images.view(image));
    }

    private UUID store(UUID productId, Upload<Fields> upload) throws IOException {
        ImageType type;
        try (InputStream start = upload.open()) {
            type = ImageType.of(start)
                    .orElseThrow(() ->
                            Problem.of("unsupported-media-type", "A picture is a JPEG, a PNG, a WebP or a GIF image."));
        }
        String name = upload.name().equals("file") ? "picture." + type.ending : upload.name();
        var file = NewAttachment.of(name, type.mediaType, AttachmentCategory.UPLOAD)
                .on(RecordTypes.PRODUCT, productId)
                .upTo(largestFile("create"));
        try (InputStream content = upload.open()) {
            return attachments.store(file, content).id();
        }
    }

    /** The same bytes are one picture. */
    private void requireNew(UUID productId, List<Image> there, String sha256) {
        Set<UUID> used = there.stream().map(image -> image.attachmentId).collect(Collectors.toSet());
        boolean known = attachments.list(RecordTypes.PRODUCT, productId).stream()
                .filter(file -> used.contains(file.id()))
                .map(AttachmentRef::sha256)
                .anyMatch(sha256::equals);
        if (known) {
            throw Problem.of("duplicate-value", "The product has this picture already.");
        }
    }

    @PATCH
    @Path("{id}")
    @Summary("Changes the words of a picture, its place, or makes it the primary one")
    public View update(@PathParam("parent") UUID productId, @PathParam("id") UUID id, Patch<Input> patch) {
        Product product = changed(productId);
        boolean primary = images.within(productId).get(id).isPrimary;
        View view = images.within(productId).update(id, patch, (image, input) -> {
            if (primary && !image.isPrimary) {
                throw Problem.invalid("isPrimary", "One picture comes first; make another one that instead.");
            }
            if (image.isPrimary && !primary) {
                of(productId).stream().filter(other -> other != image).forEach(other -> other.isPrimary = false);
            }
        });
        product.touch();
        tables.flush();
        return view;
    }

    /** The next one in order takes the place of the primary one; the file goes with its last user. */
    @Override
    public void delete(UUID productId, UUID id) {
        Product product = changed(productId);
        View gone = images.within(productId).get(id);
        images.within(productId).delete(id);
        if (gone.isPrimary) {
            of(productId).stream().findFirst().ifPresent(next -> next.isPrimary = true);
        }
        product.touch();
        tables.flush();
        if (tables.findBy(Image.class, "attachmentId", gone.attachmentId).isEmpty()) {
            attachments.delete(gone.attachmentId);
        }
    }

    private Product changed(UUID productId) {
        Locks.products(tables, List.of(productId));
        return tables.require(Product.class, productId);
    }

    private List<Image> of(UUID productId) {
        return tables.entities()
                .createQuery(
                        "select i from Image i where i.productId = :product order by i.sortOrder, i.id", Image.class)
                .setParameter("product", productId)
                .getResultList();
    }
}
