package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tests that know nothing of what they test are tested themselves, on a document written by hand. */
class SamplesTest {

    static final Api API = Api.of(read());
    private static final String ID = "018f6f7e-0000-7000-8000-000000000001";

    private final Samples samples =
            new Samples(API.schemas(), property -> property.equals("ownerId") ? Optional.of(ID) : Optional.empty());

    static JsonNode read() {
        try (var in = SamplesTest.class.getResourceAsStream("boxes.json")) {
            return Client.JSON.readTree(in);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode input() {
        return API.find("POST", "boxes/boxes").orElseThrow().body();
    }

    @Test
    void findsOperationsWhateverTheirParametersAreCalled() {
        assertThat(API.operations()).hasSize(6);
        assertThat(API.find("GET", "boxes/boxes/{key}")).isPresent();
        assertThat(API.find("GET", "boxes/boxes/{key}").orElseThrow().anonymous())
                .isFalse();
        assertThat(API.find("POST", "boxes/open").orElseThrow().anonymous()).isTrue();
    }

    @Test
    void findsListsWithTheirFiltersAndSorts() {
        Listing boxes = API.listings().get(0);

        assertThat(API.listings()).hasSize(1);
        assertThat(boxes.name()).isEqualTo("boxes");
        assertThat(boxes.filters()).extracting(Operation.Parameter::name).containsExactly("size", "ownerId");
        assertThat(boxes.sorts()).containsExactly("name", "createdAt");
        assertThat(boxes.item().path("properties").has("version")).isTrue();
        assertThat(boxes.creating()).isPresent();
        assertThat(boxes.onOne("PATCH")).isPresent();
    }

    @Test
    void makesTheLeastBody() {
        var body = samples.least(input());

        assertThat(body.fieldNames()).toIterable().containsExactly("name", "size", "ownerId");
        assertThat(body.path("ownerId").asText()).isEqualTo(ID);
        assertThat(body.path("size").asText()).isEqualTo("small");
        assertThat(body.path("name").asText()).hasSizeBetween(3, 8);
    }

    @Test
    void makesTheMostBodyLessUnknownReferences() {
        var body = samples.most(input());

        assertThat(body.has("parentId")).isFalse();
        assertThat(body.has("id")).isFalse();
        assertThat(body.path("weight").asInt()).isEqualTo(5);
        assertThat(body.path("until").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(body.path("code").asText()).matches("[A-Z]{3}-[0-9]{2}");
        assertThat(body.path("email").asText()).contains("@");
        assertThat(body.path("labels")).hasSize(1);
        assertThat(body.path("labels").path(0).path("text").asText()).isNotEmpty();
    }

    @Test
    void makesNoTwoNamesAlike() {
        assertThat(samples.least(input()).path("name"))
                .isNotEqualTo(samples.least(input()).path("name"));
    }

    @Test
    void knowsWhatDoesNotFitAType() {
        var values = new ArrayList<String>();
        BodyChecks.ofOtherTypes(API.schemas().plain(input().path("properties").path("size")), values);
        assertThat(values).contains("17", "\"no_such_value\"");

        values.clear();
        BodyChecks.outside(API.schemas().plain(input().path("properties").path("name")), values);
        assertThat(values).containsExactly("\"aaaaaaaaa\"", "\"aa\"");

        values.clear();
        BodyChecks.outside(API.schemas().plain(input().path("properties").path("weight")), values);
        assertThat(values).containsExactly("4", "10");
    }

    @Test
    void makesPluralsOfThings() {
        assertThat(World.plural("customer")).isEqualTo("customers");
        assertThat(World.plural("category")).isEqualTo("categories");
        assertThat(World.plural("address")).isEqualTo("addresses");
    }

    @Test
    void seesTheTablesOfAStatement() {
        var tables = java.util.List.of("a.boxes", "b.owners", "b.boxes_old");

        assertThat(OwnSchemaIT.mentioned("SELECT t1.id FROM a.boxes t1 WHERE x = 'b.owners'", tables))
                .containsExactly("a.boxes");
        assertThat(OwnSchemaIT.mentioned("select 1 from only \"b\".\"owners\" x", tables))
                .containsExactly("b.owners");
        assertThat(OwnSchemaIT.mentioned("update owners set a = 1", tables)).containsExactly("b.owners");
        assertThat(OwnSchemaIT.mentioned("select boxes from b.boxes_old", tables))
                .containsExactly("b.boxes_old");
    }
}
