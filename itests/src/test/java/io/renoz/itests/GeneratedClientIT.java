package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Somebody who has the OpenAPI document and no other knowledge gets along. */
@DisplayName("A client generated from the OpenAPI document")
class GeneratedClientIT {

    @Test
    void compilesAndPerformsTheTour() throws Exception {
        Tenant tenant = Tenant.whole();
        var client = new GeneratedClient(Path.of("target", "generated-client"));
        client.generate(tenant.admin().get("openapi.json").expect(200).text());
        client.add("GeneratedTour", tour());
        Class<?> tour = client.compile().loadClass("GeneratedTour");

        Object said = tour.getMethod("walk", String.class, String.class, String.class, String.class)
                .invoke(
                        null,
                        RunningPlatform.shared().url(),
                        tenant.slug(),
                        "admin@" + tenant.slug() + ".example",
                        Tenant.PASSWORD);

        assertThat(said).isEqualTo("made CUST-00001");
    }

    private static String tour() throws java.io.IOException {
        try (var in = GeneratedClientIT.class.getResourceAsStream("GeneratedTour.java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
