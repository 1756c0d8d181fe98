package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GeneratedClientTest {

    @Test
    void compilesForADocumentWrittenByHand() throws Exception {
        var client = new GeneratedClient(Path.of("target", "client-of-boxes"));
        client.generate(SamplesTest.read().toString());

        ClassLoader compiled = client.compile();

        assertThat(compiled.loadClass("client.model.BoxInput").getMethod("getName"))
                .isNotNull();
    }
}
