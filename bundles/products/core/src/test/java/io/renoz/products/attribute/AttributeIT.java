package io.renoz.products.attribute;

import static io.renoz.products.Refusals.assertInvalid;
import static io.renoz.products.Refusals.assertRefused;
import static io.renoz.products.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.products.Shop;
import io.renoz.products.Wire;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.product.ProductView;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AttributeIT {

    private final Shop shop = new Shop();

    private AttributeResource.View define(String code, String type, String more) {
        String json =
                "{\"code\":\"" + code + "\",\"name\":\"" + code + "\",\"attributeType\":\"" + type + "\"" + more + "}";
        return shop.in(() -> shop.attributes.create(Wire.read(json, AttributeResource.Input.class)))
                .body();
    }

    private List<ProductAttributeResource.View> set(UUID product, Object... pairs) {
        var given = new ArrayList<Given>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.add(new Given(((AttributeResource.View) pairs[i]).id(), new Json((String) pairs[i + 1])));
        }
        return shop.in(() -> shop.values.put(product, new ProductAttributeResource.All(given)))
                .items();
    }

    @Test
    @DisplayName("PRD-13: a value fits its definition, and the fault names the attribute")
    void fitsItsDefinition() {
        UUID product = shop.priced("A", "1").id();
        var capacity = define("capacity_kwh", "number", ",\"minValue\":1,\"maxValue\":100");
        var colour = define(
                "colour", "select", ",\"choices\":[{\"value\":\"red\"},{\"value\":\"blue\",\"isActive\":false}]");
        var code = define("code", "text", ",\"pattern\":\"[A-Z]{2}-[0-9]+\"");
        var since = define("since", "date", "");
        var indoor = define("indoor", "boolean", "");
        var uses = define("uses", "multiselect", ",\"choices\":[{\"value\":\"home\"},{\"value\":\"boat\"}]");

        var problem = refusal(() -> set(product, capacity, "100.5"));
        assertThat(problem.members()).containsEntry("attribute", "capacity_kwh");
        assertThat(problem.errors().get(0).pointer()).isEqualTo("/attributes/0/value");
        assertInvalid(() -> set(product, capacity, "\"much\"")).isEqualTo("/attributes/0/value");
        assertInvalid(() -> set(product, colour, "\"green\"")).isEqualTo("/attributes/0/value");
        assertInvalid(() -> set(product, colour, "\"blue\"")).isEqualTo("/attributes/0/value");
        assertInvalid(() -> set(product, code, "\"ab-1\"")).isEqualTo("/attributes/0/value");
        assertInvalid(() -> set(product, since, "\"31.3.2026\"")).isEqualTo("/attributes/0/value");
        assertInvalid(() -> set(product, indoor, "\"maybe\"")).isEqualTo("/attributes/0/value");
        assertInvalid(() -> set(product, colour, "[\"red\",\"red2\"]")).isEqualTo("/attributes/0/value");

        var values = set(
                product,
                capacity,
                "10.5",
                colour,
                "\"red\"",
                code,
                "\"AB-12\"",
                since,
                "\"2026-03-31\"",
                indoor,
                "true",
                uses,
                "[\"home\",\"boat\"]");
        assertThat(values).hasSize(7);
        assertThat(shop.read(product).attributeValues()).hasSize(7);
        assertThat(set(product, capacity, "11")).hasSize(1);
        assertThat(shop.organization
                        .read(() -> shop.values.list(product, ListQuery.first(9)))
                        .items())
                .hasSize(1);
    }

    @Test
    @DisplayName("PRD-13: what is required is there before a product is active, and stays")
    void needsWhatIsRequired() {
        var needed = define("needed", "text", ",\"isRequired\":true");

        assertInvalid(() -> shop.make("{\"name\":\"A\"}")).isEqualTo("/attributes");
        assertThat(shop.make("{\"name\":\"A\"" + json(needed) + "}").attributeValues())
                .hasSize(1);
        ProductView draft = shop.make("{\"name\":\"B\",\"status\":\"draft\"}");
        assertInvalid(() -> shop.move(draft.id(), "{\"status\":\"active\"}")).isEqualTo("/attributes");
        set(draft.id(), needed, "\"x\"");
        assertThat(shop.move(draft.id(), "{\"status\":\"active\"}").status()).isEqualTo(ProductStatus.ACTIVE);
        UUID row = shop.read(draft.id()).attributeValues().get(0).id();
        assertInvalid(() -> shop.organization.run(() -> shop.values.delete(draft.id(), row)))
                .isEqualTo("/attributes");
        assertInvalid(() -> set(draft.id())).isEqualTo("/attributes");
    }

    private static String json(AttributeResource.View attribute) {
        return ",\"attributes\":[{\"attributeId\":\"" + attribute.id() + "\",\"value\":{\"text\":\"\\\"x\\\"\"}}]";
    }

    @Test
    @DisplayName("PRD-14: a type stays while there are values; an attribute with values goes when that is asked for")
    void staysWhileUsed() {
        UUID product = shop.priced("A", "1").id();
        var attribute = define("size", "select", ",\"choices\":[{\"value\":\"s\"},{\"value\":\"m\"}]");
        set(product, attribute, "\"s\"");

        assertRefused(() -> patch(attribute, "{\"attributeType\":\"text\"}")).isEqualTo("field-in-use");
        assertRefused(() -> shop.organization.run(() -> shop.attributes.delete(attribute.id(), false)))
                .isEqualTo("field-in-use");

        var choices = shop.in(() -> shop.attributes.get(attribute.id())).choices();
        UUID small = choices.stream()
                .filter(choice -> choice.value().equals("s"))
                .findFirst()
                .orElseThrow()
                .id();
        patch(attribute, "{\"choices\":[{\"id\":\"" + small + "\",\"value\":\"s\",\"isActive\":false}]}");
        assertThat(shop.read(product).attributeValues()).hasSize(1);
        assertThat(set(product, attribute, "\"s\"")).hasSize(1);
        UUID other = shop.priced("B", "1").id();
        assertInvalid(() -> set(other, attribute, "\"s\"")).isEqualTo("/attributes/0/value");

        shop.organization.run(() -> shop.attributes.delete(attribute.id(), true));
        assertThat(shop.read(product).attributeValues()).isEmpty();
    }

    private AttributeResource.View patch(AttributeResource.View attribute, String json) {
        int version = shop.in(() -> shop.attributes.get(attribute.id())).version();
        return shop.organization
                .ifMatch(version)
                .call(() -> shop.attributes.update(attribute.id(), Wire.patch(json, AttributeResource.Input.class)));
    }

    @Test
    @DisplayName("PRD-13: a value is set, changed and taken away by itself; one value for all but a multiselect")
    void isSetByItself() {
        UUID product = shop.priced("A", "1").id();
        var weight = define("weight", "number", "");
        int version = shop.read(product).version();

        var made = shop.in(() -> shop.values.create(product, new Given(weight.id(), new Json("5"))))
                .body();
        assertThat(shop.read(product).version()).isGreaterThan(version);
        assertRefused(() -> shop.in(() -> shop.values.create(product, new Given(weight.id(), new Json("6")))))
                .isEqualTo("duplicate-value");
        var changed = shop.organization
                .ifMatch(made.version())
                .call(() -> shop.values.update(product, made.id(), new io.renoz.data.Patch<>() {
                    @Override
                    public Given onto(Given current) {
                        return new Given(current.attributeId(), new Json("7"));
                    }

                    @Override
                    public boolean mentions(String field) {
                        return field.equals("value");
                    }
                }));
        assertThat(changed.numberValue()).isEqualByComparingTo("7");
        shop.organization.run(() -> shop.values.delete(product, made.id()));
        assertThat(shop.read(product).attributeValues()).isEmpty();
    }

    @Test
    @DisplayName("PRD-13: a pattern is a regular expression that cannot hang a request")
    void refusesBadPatterns() {
        assertInvalid(() -> define("a", "text", ",\"pattern\":\"(\"")).isEqualTo("/pattern");
        assertInvalid(() -> define("a", "text", ",\"pattern\":\"(a{9}){9}{9}{9}{9}\""))
                .isEqualTo("/pattern");
        assertInvalid(() -> define("a", "number", ",\"minValue\":2,\"maxValue\":1"))
                .isEqualTo("/maxValue");
    }
}
