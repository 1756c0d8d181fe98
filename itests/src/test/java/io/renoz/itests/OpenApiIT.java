package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openapitools.codegen.validations.oas.OpenApiEvaluator;
import org.openapitools.codegen.validations.oas.RuleConfiguration;

/** The OpenAPI document as others read it. */
@DisplayName("The OpenAPI document")
class OpenApiIT {

    private static Tenant tenant;

    @BeforeAll
    static void make() {
        tenant = Tenant.whole();
    }

    private static Answer document(Client caller, String path) {
        return caller.get(path).expect(200);
    }

    @Test
    @DisplayName("of a tenant is valid")
    void isValid() {
        valid(document(tenant.admin(), "openapi.json").text());
    }

    @Test
    @DisplayName("of the operator plane is valid, and shows what is the operator's alone")
    void ofOperatorsIsValid() {
        Answer document = document(Client.operator(), "operator/openapi.json");

        valid(document.text());
        assertThat(Api.of(document.body()).operations()).allMatch(o -> o.path().startsWith("operator/"));
        assertThat(Api.of(document.body()).has("POST", "operator/organizations"))
                .isTrue();
        assertThat(Api.of(tenant.admin()).operations()).noneMatch(o -> o.path().startsWith("operator/"));
        tenant.admin().get("operator/openapi.json").expectProblem(401, "unauthenticated");
        Client.operator().get("openapi.json").expectProblem(401, "unauthenticated");
    }

    private static void valid(String document) {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(document, null, options);
        assertThat(parsed.getMessages()).as("what a parser complains of").isEmpty();

        var rules = new RuleConfiguration();
        var result = new OpenApiEvaluator(rules).validate(parsed.getOpenAPI());
        assertThat(result.getErrors()).as("what a generator calls errors").isEmpty();
        assertThat(result.getWarnings().stream().map(w -> w.getMessage()).filter(m -> !m.contains("Unused model")))
                .as("what a generator warns of")
                .isEmpty();
    }

    @Test
    @DisplayName("names every operation once and says something about each")
    void namesEveryOperation() {
        List<Operation> operations = Api.of(tenant.admin()).operations();
        List<String> ids = operations.stream()
                .map(o -> o.node().path("operationId").asText())
                .toList();

        assertThat(ids).hasSizeGreaterThan(50).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z0-9_]+"));
        assertThat(operations).allSatisfy(o -> {
            assertThat(o.node().path("summary").asText()).as("summary of " + o).isNotBlank();
            assertThat(o.node().path("responses").size())
                    .as("responses of " + o)
                    .isPositive();
            Set<String> inPath = o.parameters().stream()
                    .filter(p -> p.in().equals("path"))
                    .map(Operation.Parameter::name)
                    .collect(Collectors.toSet());
            assertThat(o.path().chars().filter(c -> c == '{').count())
                    .as("parameters of " + o)
                    .isEqualTo(inPath.size());
        });
    }

    @Test
    @DisplayName("is the same as long as nothing changes, and told by its ETag")
    void isToldByItsTag() {
        Answer first = document(tenant.admin(), "openapi.json");

        assertThat(first.etag())
                .isNotEmpty()
                .isEqualTo(document(tenant.admin(), "openapi.json").etag());
        for (String known : List.of(first.etag(), "W/" + first.etag(), "\"x\", " + first.etag())) {
            Answer again = tenant.admin().with("If-None-Match", known).get("openapi.json");
            assertThat(again.status()).as(known).isEqualTo(304);
            assertThat(again.text()).isEmpty();
        }
        Tenant other = Tenant.with();
        Answer without = document(other.admin(), "openapi.json");
        assertThat(without.etag()).isNotEqualTo(first.etag());
        other.admin().put("modules/customers/enabled", "{}").expect(200);
        assertThat(other.admin()
                        .with("If-None-Match", without.etag())
                        .get("openapi.json")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("shows a viewer a part of what it shows an admin")
    void showsWhatIsGranted() {
        Set<String> admins = Api.of(tenant.admin()).names();
        Set<String> viewers = Api.of(Members.of(tenant).with("viewer")).names();

        assertThat(viewers).isNotEmpty();
        assertThat(admins).containsAll(viewers);
        assertThat(viewers.size()).isLessThan(admins.size());
    }

    @Test
    @DisplayName("holds nothing of a module that is off, not even its schemas")
    void holdsNothingOfWhatIsOff() {
        List<String> traces = List.of("/customers/", "customers.Customer", "#/components/schemas/customers");
        assertThat(document(tenant.admin(), "openapi.json").text()).contains(traces);

        assertThat(document(Tenant.with().admin(), "openapi.json").text()).doesNotContain(traces);
        var parsed = Api.of(Tenant.with().admin());
        assertThat(parsed.document().path("tags").toString()).doesNotContain("\"customers\"");
    }
}
