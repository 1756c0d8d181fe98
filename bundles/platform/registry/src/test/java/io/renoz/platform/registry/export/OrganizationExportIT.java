package io.renoz.platform.registry.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.blob.Blob;
import io.renoz.blob.BlobStore;
import io.renoz.blob.StoredBlob;
import io.renoz.data.Ids;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.platform.registry.Catalogue;
import io.renoz.platform.registry.ScratchDatabase;
import io.renoz.platform.registry.operator.Organizations.Organization;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganizationExportIT {

    private final UUID ours = Ids.next();
    private final UUID theirs = Ids.next();

    /** One file of each organization. */
    private static final class Files implements BlobStore {

        @Override
        public StoredBlob put(String key, InputStream content, long limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Blob> find(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(String key, long from, long length) {
            return new ByteArrayInputStream(("bytes of " + key).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void delete(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stream<Blob> list(String folder) {
            return Stream.of(new Blob(folder + "/attachments/1", 8, Instant.EPOCH));
        }
    }

    private static Modules tools() {
        ModuleDescriptor tools = Catalogue.module("tools", "extension");
        return new Modules() {
            @Override
            public Collection<ModuleDescriptor> all() {
                return List.of(tools);
            }

            @Override
            public Optional<ModuleDescriptor> find(String name) {
                return Optional.of(tools).filter(module -> module.name().equals(name));
            }
        };
    }

    private static String text(ZipFile zip, String name) throws Exception {
        try (InputStream from = zip.getInputStream(zip.getEntry(name))) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void holdsEverythingOfOneOrganizationAndNothingOfAnother(@TempDir Path folder) throws Exception {
        ScratchDatabase.define("""
                do $$ begin
                  if not exists (select from pg_roles where rolname = 'renoz_m_tools') then
                    create role renoz_m_tools nologin;
                    grant renoz_module to renoz_m_tools; grant renoz_m_tools to renoz_app;
                  end if;
                end $$;
                create schema if not exists tools; grant usage on schema tools to renoz_m_tools;
                drop table if exists tools.hammers;
                create table tools.hammers (like platform.tenant_row including all, name text, token_hash text);
                call platform.protect('tools.hammers');
                """);
        for (UUID organization : List.of(ours, theirs)) {
            ScratchDatabase.define("set app.organization_id = '" + organization + "';"
                    + "insert into tools.hammers (name, token_hash) select 'hammer ' || n || ' of " + organization
                    + "', 'abc' from generate_series(1, 1200) n");
        }
        var export = new OrganizationExport(
                ScratchDatabase.databases(), ScratchDatabase.transactions(), tools(), new Files(), Clock.systemUTC());
        Path file = folder.resolve("export.zip");

        export.write(new Organization(ours, "ours", "Ours", "active"), file);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            String rows = text(zip, "tools/hammers.jsonl");
            assertThat(rows.lines()).hasSize(1200).allMatch(row -> row.contains(" of " + ours + "\""));
            var first = new ObjectMapper().readTree(rows.lines().findFirst().orElseThrow());
            assertThat(first.get("name").asText()).startsWith("hammer ");
            assertThat(first.has("token_hash")).isFalse();
            assertThat(text(zip, "files/attachments/1")).isEqualTo("bytes of " + ours + "/attachments/1");
            var manifest = new ObjectMapper().readTree(text(zip, "manifest.json"));
            assertThat(manifest.at("/organization/slug").asText()).isEqualTo("ours");
            assertThat(manifest.at("/rows/tools~1hammers").asInt()).isEqualTo(1200);
            assertThat(manifest.at("/files").asInt()).isOne();
        }
        ScratchDatabase.define("drop schema tools cascade");
    }
}
