package io.renoz.customers.tag;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Crud;
import java.time.Instant;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/tags}. A tag that a customer carries cannot be deleted. */
@Component
@Path("tags")
public final class TagResource implements Crud<TagResource.Input, TagResource.View> {

    /** What a caller may set. */
    public record Input(
            @NotBlank @Size(max = 50) String name,
            @Nullable @Size(max = 255) String description,

            @Pattern(regexp = "#[0-9A-Fa-f]{6}") @Size(max = 7)
            String color,

            @Nullable @Size(max = 50) String category,
            Boolean isActive) {

        public Input {
            color = color == null ? "#6B7280" : color;
            isActive = isActive == null || isActive;
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String name,
            @Nullable String description,
            String color,
            @Nullable String category,
            Boolean isActive,
            int usageCount)
            implements Versioned {}

    private final Rows<Tag, Input, View> tags;

    @Activate
    public TagResource(@Reference(target = "(domain=customers)") Tables tables) {
        tags = tables.of(Tag.class)
                .filter("isActive", "category")
                .search("name")
                .sort("name", "usageCount")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Tag, Input, View> records() {
        return tags;
    }
}
