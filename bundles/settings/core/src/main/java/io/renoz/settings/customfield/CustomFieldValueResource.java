package io.renoz.settings.customfield;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Patch;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/v1/settings/custom-field-values/customer/<id>}: the custom fields of one record. Who may read or change the
 * record may read or change its fields, as far as these say nothing else.
 */
@Component
@Path("custom-field-values/{entityType}/{entityId}")
@Allow(Allow.SIGNED_IN)
public final class CustomFieldValueResource implements Resource {

    /** Values by the names of their fields. */
    public record Input(@NotNull Map<String, Json> values) {}

    /**
     * The values of a record that the caller may see.
     *
     * @param id of the record
     * @param version of its custom fields; 0 while it has none
     */
    public record View(UUID id, int version, String entityType, Map<String, Json> values) implements Versioned {}

    private static final Json NOTHING = new Json("null");

    private final Fields fields;
    private final EntityTypes types;

    @Activate
    public CustomFieldValueResource(@Reference Fields fields, @Reference EntityTypes types) {
        this.fields = fields;
        this.types = types;
    }

    @GET
    @Summary("The values of a record's custom fields.")
    public View get(@PathParam("entityType") String entityType, @PathParam("entityId") UUID entityId) {
        require(entityType, entityId);
        return view(entityType, entityId);
    }

    private View view(String entityType, UUID entityId) {
        Sheet sheet = fields.sheet(entityType, entityId);
        return new View(entityId, sheet.version(), entityType, sheet.seenBy(fields.roles()));
    }

    @PATCH
    @Answers({"unknown-custom-field", "invalid-custom-field-value"})
    @Summary("Sets the values that are named; null clears one.")
    public View update(
            @PathParam("entityType") String entityType, @PathParam("entityId") UUID entityId, Patch<Input> patch) {
        EntityType type = require(entityType, entityId);
        Call.current().require(type.module() + ".write");
        fields.lock(entityId);
        Sheet sheet = fields.sheet(entityType, entityId);
        expect(sheet.version());
        Map<String, Json> changes = changes(sheet, patch);
        try {
            fields.write(sheet, changes, false);
        } catch (Problem problem) {
            throw problem.below("/values");
        }
        return view(entityType, entityId);
    }

    /** What the patch changes: a value that it takes away is null. */
    private Map<String, Json> changes(Sheet sheet, Patch<Input> patch) {
        Map<String, Json> before = sheet.named(fields.roles(), NOTHING);
        Map<String, Json> after = patch.onto(new Input(before)).values();
        var changes = new LinkedHashMap<String, Json>();
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(name -> changes.put(name, NOTHING));
        after.forEach((name, value) -> {
            if (value != null && !value.equals(before.get(name))) {
                changes.put(name, value);
            }
        });
        return changes;
    }

    private EntityType require(String entityType, UUID entityId) {
        EntityType type = types.find(entityType)
                .filter(known -> known.takes(EntityType.Capability.CUSTOM_FIELDS))
                .orElseThrow(() -> Problem.notFound("type of record with custom fields"));
        Call.current().require(type.permission());
        if (types.describe(entityType, entityId).isEmpty()) {
            throw Problem.notFound(type.label());
        }
        return type;
    }

    private static void expect(int version) {
        String sent = Call.current()
                .request()
                .ifMatch()
                .orElseThrow(() -> Problem.of("precondition-required", "Send the ETag you last saw as If-Match."));
        String tag = "\"" + version + "\"";
        if (Arrays.stream(sent.split(",", -1))
                .map(String::strip)
                .noneMatch(one -> one.equals("*") || one.equals(tag))) {
            throw Problem.of("precondition-failed", "Someone else changed these values; read them again, then repeat.");
        }
    }
}
