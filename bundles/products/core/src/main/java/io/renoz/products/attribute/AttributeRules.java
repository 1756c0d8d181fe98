package io.renoz.products.attribute;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PRD-13: what the attributes of products have to keep to, however they are written. */
@Component(service = AttributeRules.class)
public final class AttributeRules {

    private final Tables tables;

    @Activate
    public AttributeRules(@Reference(target = "(domain=products)") Tables tables) {
        this.tables = tables;
    }

    /** The definitions that some values need, in two queries. */
    public final class Definitions {

        private final Map<UUID, Definition> byId = new HashMap<>();

        private Definitions(Collection<UUID> ids) {
            if (ids.isEmpty()) {
                return;
            }
            Map<UUID, List<Choice>> choices = tables
                    .entities()
                    .createQuery(
                            "select c from Choice c where c.attributeId in :ids order by c.sortOrder", Choice.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .stream()
                    .collect(Collectors.groupingBy(choice -> choice.attributeId));
            tables.entities()
                    .createQuery("select a from Attribute a where a.id in :ids and a.isActive = true", Attribute.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(attribute -> byId.put(
                            attribute.id(),
                            new Definition(attribute, choices.getOrDefault(attribute.id(), List.of()))));
        }

        Definition require(UUID id, String pointer) {
            Definition definition = byId.get(id);
            if (definition == null) {
                throw Problem.invalid(pointer, "There is no such attribute.");
            }
            return definition;
        }

        /** Makes a list of a product's values say what was given, and nothing else. */
        public void replace(UUID product, List<AttributeValue> values, List<Given> given) {
            var wanted = new LinkedHashMap<UUID, List<Typed>>();
            for (int i = 0; i < given.size(); i++) {
                String pointer = "attributes/" + i;
                UUID attribute = given.get(i).attributeId();
                List<UUID> current = values.stream()
                        .filter(value -> value.attributeId.equals(attribute))
                        .map(value -> value.choiceId)
                        .toList();
                List<Typed> typed = require(attribute, pointer + "/attributeId")
                        .typed(given.get(i), "/" + pointer + "/value", current);
                if (wanted.put(attribute, typed) != null) {
                    throw Problem.invalid(pointer + "/attributeId", "An attribute is given once.");
                }
            }
            replace(product, values, wanted);
        }

        private void replace(UUID product, List<AttributeValue> values, Map<UUID, List<Typed>> wanted) {
            var left = new ArrayList<>(values);
            wanted.forEach((attribute, typed) -> typed.forEach(one -> {
                AttributeValue row = left.stream()
                        .filter(value -> value.attributeId.equals(attribute) && value.chooses(one.choice()))
                        .findFirst()
                        .orElse(null);
                if (row == null) {
                    row = new AttributeValue(product, attribute);
                    values.add(row);
                } else {
                    left.remove(row);
                }
                row.become(one);
            }));
            values.removeAll(left);
        }
    }

    /** What some values need, read once. */
    public Definitions definitions(Collection<UUID> attributes) {
        return new Definitions(new HashSet<>(attributes));
    }

    /** Codes of the attributes that every active product has to have, by id. */
    public Map<UUID, String> required() {
        return tables
                .entities()
                .createQuery(
                        "select a from Attribute a where a.isRequired = true and a.isActive = true", Attribute.class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Attribute::id, Attribute::code));
    }

    /**
     * PRD-13: refuses unless a product has all that is required of an active one.
     *
     * @param required from {@link #required}
     */
    public static void requireAll(Map<UUID, String> required, Collection<AttributeValue> values) {
        Set<UUID> present = values.stream().map(value -> value.attributeId).collect(Collectors.toSet());
        List<FieldError> missing = required.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .map(code -> new FieldError("/attributes", "An active product needs the attribute " + code + "."))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }
}
