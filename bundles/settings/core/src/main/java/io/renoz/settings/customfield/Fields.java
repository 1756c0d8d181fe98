package io.renoz.settings.customfield;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.api.CustomFieldDefinition;
import io.renoz.settings.api.CustomFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.Query;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The fields of the organization's records, and their values. */
@Component(service = {CustomFields.class, Fields.class})
public final class Fields implements CustomFields {

    private static final int MOST_FOUND = 10_000;

    private final Tables tables;
    private final Partners partners;
    private final Uses uses;

    @Activate
    public Fields(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Partners partners,
            @Reference(target = "(osgi.jndi.service.name=renoz/settings)") DataSource database) {
        this.tables = tables;
        this.partners = partners;
        uses = new Uses(database);
    }

    Uses uses() {
        return uses;
    }

    Roles roles() {
        return new Roles(partners);
    }

    private List<CustomField> active(String entityType) {
        return tables.entities()
                .createQuery(
                        "select f from CustomField f where f.entityType = :type and f.isActive = true"
                                + " order by f.sortOrder, f.name",
                        CustomField.class)
                .setParameter("type", entityType)
                .getResultList();
    }

    @Override
    public List<CustomFieldDefinition> definitions(String entityType) {
        Roles roles = roles();
        return active(entityType).stream()
                .filter(field -> field.seenBy(roles))
                .map(CustomField::definition)
                .toList();
    }

    @Override
    public Map<UUID, Map<String, Json>> values(String entityType, Collection<UUID> entityIds) {
        if (entityIds.isEmpty()) {
            return Map.of();
        }
        Roles roles = roles();
        List<Object[]> rows = tables.entities()
                .createQuery(
                        "select v.entityId, f, v.value from FieldValue v, CustomField f where f.id = v.customFieldId"
                                + " and v.entityType = :type and v.entityId in :ids and v.value is not null"
                                + " and f.isActive = true order by f.sortOrder, f.name",
                        Object[].class)
                .setParameter("type", entityType)
                .setParameter("ids", Set.copyOf(entityIds))
                .getResultList();
        var values = new HashMap<UUID, Map<String, Json>>();
        for (Object[] row : rows) {
            var field = (CustomField) row[1];
            if (field.seenBy(roles)) {
                values.computeIfAbsent((UUID) row[0], id -> new LinkedHashMap<>())
                        .put(field.name, (Json) row[2]);
            }
        }
        return values;
    }

    /** The fields of one record with what they hold. */
    Sheet sheet(String entityType, UUID entityId) {
        List<FieldValue> rows = tables.entities()
                .createQuery(
                        "select v from FieldValue v where v.entityType = :type and v.entityId = :id", FieldValue.class)
                .setParameter("type", entityType)
                .setParameter("id", entityId)
                .getResultList();
        return new Sheet(entityId, active(entityType), rows);
    }

    /** Makes others who write fields of the same record wait until this transaction ends. */
    void lock(UUID entityId) {
        uses.waitFor("custom-field-values/" + entityId);
    }

    @Override
    public void apply(String entityType, UUID entityId, Map<String, Json> changes, boolean creating) {
        lock(entityId);
        write(sheet(entityType, entityId), changes, creating);
    }

    void write(Sheet sheet, Map<String, Json> changes, boolean creating) {
        sheet.take(changes, roles());
        if (creating) {
            sheet.fillIn(changes);
        }
        sheet.require();
        sheet.refuseFaults();
        sheet.write().forEach(tables::add);
        tables.flush();
    }

    @Override
    public Set<UUID> matching(String entityType, Map<String, Json> equals) {
        if (equals.isEmpty()) {
            throw new IllegalArgumentException("Say which values to look for.");
        }
        Roles roles = roles();
        Map<String, CustomField> fields = active(entityType).stream()
                .filter(field -> field.isFilterable && field.seenBy(roles))
                .collect(Collectors.toMap(field -> field.name, Function.identity()));
        var parts = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        equals.forEach((name, json) -> {
            CustomField field = fields.get(name);
            if (field == null) {
                throw unknown(name);
            }
            parts.add("select entity_id from settings.custom_field_values where organization_id = ?"
                    + " and custom_field_id = ? and value_key = ?");
            parameters.addAll(List.of(Call.tenant(), field.id(), key(field, json)));
        });
        Query query = tables.entities().createNativeQuery(String.join(" intersect ", parts) + " limit " + MOST_FOUND);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        var found = new HashSet<UUID>();
        for (Object id : query.getResultList()) {
            found.add((UUID) id);
        }
        return found;
    }

    private static Problem unknown(String name) {
        String detail = "There is no custom field " + name + " to filter by.";
        return Problem.of("unknown-custom-field", detail).with(List.of(new FieldError("/" + name, detail)));
    }

    private static String key(CustomField field, Json json) {
        Checks.Outcome outcome = Content.of(json)
                .map(content -> Checks.of(field.definition(), content))
                .orElseGet(() -> Checks.Outcome.bad("The value is not of the type of this field."));
        return outcome.content().map(Content::key).orElseThrow(() -> Problem.of(
                        "invalid-custom-field-value", outcome.fault())
                .with(List.of(new FieldError("/" + field.name, outcome.fault()))));
    }

    @Override
    public void removeAll(String entityType, UUID entityId) {
        tables.entities()
                .createQuery(
                        "select v from FieldValue v where v.entityType = :type and v.entityId = :id", FieldValue.class)
                .setParameter("type", entityType)
                .setParameter("id", entityId)
                .getResultList()
                .forEach(tables::remove);
        tables.flush();
    }
}
