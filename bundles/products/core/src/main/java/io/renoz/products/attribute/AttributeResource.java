package io.renoz.products.attribute;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.products.Texts;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Example;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/attributes}. Choices are written and versioned with their attribute. */
@Component
@Path("attributes")
public final class AttributeResource
        implements Reads<AttributeResource.View>,
                Creates<AttributeResource.Input, AttributeResource.View>,
                Updates<AttributeResource.Input, AttributeResource.View> {

    /**
     * What a caller may set.
     *
     * @param minValue for numbers
     * @param pattern for texts, in RE2 syntax; the whole text has to fit
     * @param choices of selects; those with an id are changed, those without are new, those left out of a list go
     */
    public record Input(
            @NotNull @Size(max = 60) @Pattern(regexp = "[a-z][a-z0-9_]{0,59}")
            String code,

            @NotBlank @Size(max = 100) String name,
            @NotNull AttributeType attributeType,
            @Nullable @Size(max = 500) String description,
            @Nullable @Size(max = 20) String unit,
            @Nullable @Digits(integer = 9, fraction = 3) BigDecimal minValue,
            @Nullable @Digits(integer = 9, fraction = 3) BigDecimal maxValue,
            @Nullable @Size(max = 255) @Example(".*") String pattern,
            boolean isRequired,
            boolean isFilterable,
            boolean isSearchable,
            int sortOrder,
            Boolean isActive,
            @Size(max = 500) List<@Valid @NotNull ChoiceInput> choices) {

        public Input {
            name = Texts.plain(name);
            pattern = pattern == null || pattern.isEmpty() ? null : pattern;
            minValue = Texts.scaled(minValue, 3);
            maxValue = Texts.scaled(maxValue, 3);
            isActive = isActive == null || isActive;
            choices = choices == null ? List.of() : new ArrayList<>(choices);
            if (minValue != null && maxValue != null && maxValue.compareTo(minValue) < 0) {
                throw Problem.invalid("maxValue", "It is below the smallest value.");
            }
            var seen = new HashSet<String>();
            for (int i = 0; i < choices.size(); i++) {
                ChoiceInput choice = choices.get(i);
                if (choice != null && choice.value != null && !seen.add(choice.value)) {
                    throw Problem.invalid("choices/" + i + "/value", "Another choice has this value.");
                }
            }
        }
    }

    /**
     * A value that can be chosen.
     *
     * @param id of one that is there; left out for a new one
     * @param label as people see it; the value when left out
     */
    public record ChoiceInput(
            @Nullable UUID id,
            @NotBlank @Size(max = 100) String value,
            @Size(max = 100) String label,
            int sortOrder,
            Boolean isActive) {

        public ChoiceInput {
            value = Texts.plain(value);
            label = Texts.plain(label) == null ? value : Texts.plain(label);
            isActive = isActive == null || isActive;
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String code,
            String name,
            AttributeType attributeType,
            @Nullable String description,
            @Nullable String unit,
            @Nullable BigDecimal minValue,
            @Nullable BigDecimal maxValue,
            @Nullable String pattern,
            boolean isRequired,
            boolean isFilterable,
            boolean isSearchable,
            int sortOrder,
            Boolean isActive,
            List<ChoiceInput> choices)
            implements Versioned {}

    private final Tables tables;
    private final Rows<Attribute, Input, View> attributes;

    @Activate
    public AttributeResource(@Reference(target = "(domain=products)") Tables tables) {
        this.tables = tables;
        attributes = tables.of(Attribute.class)
                .filter("attributeType", "isActive", "isFilterable", "isRequired")
                .sort("sortOrder", "name")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Attribute, Input, View> records() {
        return attributes;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        return attributes.createAll(inputs, (attribute, input) -> Patterns.check(attribute.pattern));
    }

    /** PRD-14: a type stays while there are values of it; a choice that is switched off keeps those it has. */
    @Override
    @Answers("field-in-use")
    public View update(UUID id, Patch<Input> patch) {
        tables.lock(Attribute.class, id);
        return attributes.update(id, patch, (attribute, input) -> {
            Patterns.check(attribute.pattern);
            if (attribute.changedType() && values(id) > 0) {
                throw Problem.of("field-in-use", "Products have values of this attribute; its type stays.");
            }
        });
    }

    /** PRD-14: an attribute with values goes only when that is asked for. */
    @DELETE
    @Path("{id}")
    @Answers("field-in-use")
    @Summary("Deletes an attribute; force=true deletes its values too")
    public void delete(@PathParam("id") UUID id, @QueryParam("force") @DefaultValue("false") boolean force) {
        tables.lock(Attribute.class, id);
        long values = values(id);
        if (values > 0 && !force) {
            throw Problem.of("field-in-use", "Products have values of this attribute; see force.")
                    .with("values", values);
        }
        tables.entities()
                .createQuery("select v from AttributeValue v where v.attributeId = :id", AttributeValue.class)
                .setParameter("id", id)
                .getResultList()
                .forEach(tables::remove);
        tables.flush();
        attributes.delete(id);
    }

    private long values(UUID id) {
        return tables.entities()
                .createQuery("select count(v) from AttributeValue v where v.attributeId = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
