package io.renoz.settings.organization;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.rest.Upload;
import io.renoz.rest.Upload.NoFields;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.NewAttachment;
import io.renoz.settings.organization.OrganizationResource.View;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/organization/logo}: the picture on sign-in pages and documents; one at a time. */
@Component
@Path("organization/logo")
public final class LogoResource implements Resource {

    /** Kind of the record it hangs on. */
    private static final String ORGANIZATION = "organization";

    private static final long LARGEST = 2_097_152;
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");

    private final Tables tables;
    private final Attachments attachments;
    private final Rows<Organization, Profile, View> organizations;

    @Activate
    public LogoResource(@Reference(target = "(domain=settings)") Tables tables, @Reference Attachments attachments) {
        this.tables = tables;
        this.attachments = attachments;
        organizations = tables.of(Organization.class).sort("name").byName(Profile.class, View.class);
    }

    @Override
    public long largestFile(String method) {
        return LARGEST;
    }

    /** Takes the place of the one before. */
    @PUT
    @Consumes({"multipart/form-data", "image/png", "image/jpeg", "image/webp"})
    @Answers({"unsupported-media-type", "content-mismatch"})
    @Summary("Stores the logo: PNG, JPEG or WebP, at most 2 MB.")
    public View put(Upload<NoFields> image) throws IOException {
        var file = NewAttachment.of(name(image), image.mediaType(), AttachmentCategory.LOGO)
                .on(ORGANIZATION, Call.tenant())
                .upTo(LARGEST);
        try (InputStream content = image.open()) {
            AttachmentRef stored = attachments.store(file, content);
            if (!TYPES.contains(stored.mimeType())) {
                throw Problem.of("unsupported-media-type", "A logo is a PNG, a JPEG or a WebP image.");
            }
            return hang(stored.id());
        }
    }

    /** A picture that was sent alone has no name. */
    private static String name(Upload<NoFields> image) {
        return image.name().equals("file") ? image.mediaType().replaceFirst("image/", "logo.") : image.name();
    }

    @DELETE
    @Summary("Removes the logo, if there is one.")
    public void delete() {
        hang(null);
    }

    private View hang(@Nullable UUID logo) {
        UUID before = tables.require(Organization.class, Call.tenant()).logoAttachmentId;
        View view = organizations.change(Call.tenant(), organization -> organization.logoAttachmentId = logo);
        if (before != null) {
            attachments.delete(before);
        }
        return view;
    }
}
