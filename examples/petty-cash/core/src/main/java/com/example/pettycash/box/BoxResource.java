package com.example.pettycash.box;

import com.example.pettycash.box.BoxResource.Input;
import com.example.pettycash.box.BoxResource.View;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/petty-cash/boxes}. A box with entries cannot be deleted: the foreign key sees to that. */
@Component
@Path("boxes")
public final class BoxResource implements Crud<Input, View> {

    /** What a caller may set; the balance comes from the entries alone. */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 200) String location) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            String name,
            @Nullable String location,
            BigDecimal balance,
            BoxStatus status,
            @Nullable LocalDate closedOn)
            implements Versioned {}

    /** What was in the box when it was closed. */
    public record Count(
            @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal counted) {}

    private final Rows<Box, Input, View> boxes;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public BoxResource(
            @Reference(target = "(domain=petty-cash)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.boxes = tables.of(Box.class)
                .filter("name", "status")
                .search("name", "location")
                .sort("name", "createdAt")
                .byName(Input.class, View.class);
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public Rows<Box, Input, View> records() {
        return boxes;
    }

    @POST
    @Path("{id}/close")
    @Summary("Closes the box for today, when the money counted is the money there should be")
    @Allow("petty-cash.close")
    @Answers("invalid-transition")
    public View close(@PathParam("id") UUID id, Count count) {
        LocalDate today = organizations.current().today(clock);
        return boxes.change(id, box -> box.close(count.counted(), today));
    }
}
