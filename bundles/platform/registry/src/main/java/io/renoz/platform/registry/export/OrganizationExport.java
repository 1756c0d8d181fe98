package io.renoz.platform.registry.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.blob.Blob;
import io.renoz.blob.BlobStore;
import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.platform.registry.operator.Organizations.Organization;
import io.renoz.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes the rows of all modules that an organization has ever had on, as they are at one moment, and its files. Hashes of
 * passwords and tokens, and what is encrypted, stay: they are of use to a thief alone.
 */
@Component(service = OrganizationExport.class)
public final class OrganizationExport {

    private static final String FORMAT = "1";

    private final Databases databases;
    private final Transactions transactions;
    private final Modules modules;
    private final BlobStore blobs;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    @Activate
    public OrganizationExport(
            @Reference Databases databases,
            @Reference Transactions transactions,
            @Reference Modules modules,
            @Reference BlobStore blobs,
            @Reference Clock clock) {
        this.databases = databases;
        this.transactions = transactions;
        this.modules = modules;
        this.blobs = blobs;
        this.clock = clock;
    }

    void write(Organization organization, Path file) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            var counts = new LinkedHashMap<String, Long>();
            Call call = Call.system(organization.id(), "export").reading();
            transactions.run(call, () -> {
                oneMoment();
                for (ModuleDescriptor module : modules.all()) {
                    tables(zip, module, organization.id(), counts);
                }
                return Boolean.TRUE;
            });
            long files = files(zip, organization.id());
            var manifest = new LinkedHashMap<String, Object>();
            manifest.put("format", FORMAT);
            manifest.put(
                    "organization",
                    Map.of("id", organization.id(), "slug", organization.slug(), "name", organization.name()));
            manifest.put("exportedAt", clock.instant().toString());
            manifest.put(
                    "modules",
                    modules.all().stream()
                            .map(module -> Map.of("name", module.name(), "version", module.version()))
                            .toList());
            manifest.put("rows", counts);
            manifest.put("files", files);
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
        }
    }

    /** All tables as of the same commit. */
    private void oneMoment() throws SQLException {
        try (Connection connection = databases.module("platform").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        }
    }

    private void tables(ZipOutputStream zip, ModuleDescriptor module, UUID organization, Map<String, Long> counts)
            throws SQLException, IOException {
        try (Connection connection = databases.module(module.name()).getConnection()) {
            List<ExportedTable> tables = ExportedTable.of(connection, module.schema());
            for (ExportedTable table : tables) {
                zip.putNextEntry(new ZipEntry(module.name() + "/" + table.name() + ".jsonl"));
                long rows = table.read(connection, organization, row -> {
                    zip.write(row.getBytes(StandardCharsets.UTF_8));
                    zip.write('\n');
                });
                zip.closeEntry();
                counts.put(module.name() + "/" + table.name(), rows);
            }
        }
    }

    private long files(ZipOutputStream zip, UUID organization) throws IOException {
        String folder = organization.toString();
        long files = 0;
        try (Stream<Blob> all = blobs.list(folder)) {
            for (Blob blob : (Iterable<Blob>) all::iterator) {
                try (InputStream from = blobs.open(blob.key())) {
                    zip.putNextEntry(new ZipEntry("files" + blob.key().substring(folder.length())));
                    from.transferTo(zip);
                    zip.closeEntry();
                    files++;
                } catch (Problem e) {
                    if (!e.slug().equals("gone")) { // deleted meanwhile
                        throw e;
                    }
                }
            }
        }
        return files;
    }
}
