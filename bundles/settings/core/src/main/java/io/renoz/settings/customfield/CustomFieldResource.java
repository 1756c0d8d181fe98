package io.renoz.settings.customfield;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.settings.api.CustomFieldType;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.customfield.CustomFieldResource.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.DELETE;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/custom-fields}. SET-24: everybody reads them. */
@Component
@Path("custom-fields")
public final class CustomFieldResource
        implements Reads<View>, Creates<CustomFieldInput, View>, Updates<CustomFieldInput, View> {

    /** A field. */
    public record View(
            UUID id,
            int version,
            String entityType,
            String name,
            String label,
            CustomFieldType fieldType,
            boolean isRequired,
            Boolean isActive,
            @Nullable Json defaultValue,
            @Nullable BigDecimal minValue,
            @Nullable BigDecimal maxValue,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern,
            @Nullable String patternMessage,
            @Nullable String placeholder,
            @Nullable String helpText,
            @Nullable String section,
            Integer gridWidth,
            boolean showInList,
            boolean isFilterable,
            boolean isSearchable,
            boolean portalVisible,
            List<String> viewRoles,
            List<String> editRoles,
            Integer sortOrder,
            List<Option> options,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    /** One of its choices. */
    public record Option(
            UUID id,
            String value,
            String label,
            @Nullable String color,
            boolean isDefault,
            Boolean isActive,
            Integer sortOrder) {}

    /** The name of a field whose values are to go with it, typed again. */
    public record Confirmation(@NotNull @Size(max = 100) String name) {}

    private final Tables tables;
    private final Definitions definitions;
    private final AuditTrail audit;
    private final Rows<CustomField, CustomFieldInput, View> rows;

    @Activate
    public CustomFieldResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Fields fields,
            @Reference EntityTypes types,
            @Reference AuditTrail audit) {
        this.tables = tables;
        this.definitions = new Definitions(tables, fields.uses(), types);
        this.audit = audit;
        rows = tables.of(CustomField.class)
                .filter("entityType", "isActive", "fieldType")
                .sort("sortOrder", "label")
                .byName(CustomFieldInput.class, View.class);
    }

    @Override
    public Rows<CustomField, CustomFieldInput, View> records() {
        return rows;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Page<View> list(ListQuery query) {
        return rows.list(query);
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public View get(UUID id) {
        return rows.get(id);
    }

    @Override
    @Answers({"custom-field-limit", "unknown-entity-type"})
    public List<View> add(List<CustomFieldInput> inputs) {
        definitions.admit(inputs);
        return rows.createAll(inputs, (field, input) -> Initial.check(field));
    }

    @Override
    @Answers({"custom-field-limit", "field-in-use"})
    public View update(UUID id, Patch<CustomFieldInput> patch) {
        Map<UUID, String> before = definitions.options(id);
        return rows.update(id, patch, (field, input) -> {
            field.keepName();
            Initial.check(field);
            definitions.amend(field, before);
        });
    }

    /** SET-18: values are lost only when somebody has said twice that they may be. */
    @DELETE
    @Path("{id}")
    @Answers({"field-in-use", "confirmation-mismatch"})
    @Summary("Deletes a field; with its values when purge is true and the body repeats its name.")
    public void delete(
            @PathParam("id") UUID id,
            @QueryParam("purge") @Nullable Boolean purge,
            Optional<Confirmation> confirmation) {
        CustomField field = tables.lock(CustomField.class, id);
        long count = definitions.uses().of(id);
        if (count > 0) {
            if (purge == null || !purge) {
                throw Definitions.inUse(count + " records hold a value of this field.", count);
            }
            if (confirmation.filter(typed -> typed.name().equals(field.name)).isEmpty()) {
                throw Problem.of("confirmation-mismatch", "This is not the name of the field.");
            }
        }
        Map<String, Object> purged = Definitions.described(field, count);
        definitions.uses().purge(id);
        rows.delete(id);
        if (count > 0) {
            audit.record(AuditEntry.of("settings", "custom_field", id, Action.DELETED)
                    .named(field.name)
                    .telling("settings.custom-field.purged", "Deleted with " + count + " values.")
                    .with(purged));
        }
    }
}
