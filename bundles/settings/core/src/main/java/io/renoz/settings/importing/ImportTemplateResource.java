package io.renoz.settings.importing;

import io.renoz.csv.CsvFiles;
import io.renoz.csv.TableWriter;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Download;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/data-imports/templates/{entity-type}} */
@Component
@Path("data-imports/templates")
@Allow("settings.import")
public final class ImportTemplateResource implements Resource {

    private static final int SAMPLES = 3;

    private final Targets targets;
    private final CsvFiles files;

    @Activate
    public ImportTemplateResource(@Reference Targets targets, @Reference CsvFiles files) {
        this.targets = targets;
        this.files = files;
    }

    @GET
    @Path("{entity-type}")
    @Summary("A CSV file to begin with: header, what belongs where, three rows as samples.")
    @Answers("unknown-entity-type")
    public Download template(@PathParam("entity-type") String type) {
        ImportDescription description = targets.require(type).describe();
        try {
            return Download.of(type + "-template.csv", "text/csv", bytes(description.fields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(List<ImportField> fields) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableWriter table = files.writer(out)) {
            table.row(fields.stream().map(ImportField::label).toList());
        }
        String hints =
                fields.stream().map(ImportTemplateResource::hint).collect(Collectors.joining("; ", "# ", "\r\n"));
        out.write(hints.getBytes(StandardCharsets.UTF_8));
        out.write(samples(fields));
        return out.toByteArray();
    }

    /** Without the mark that begins a file. */
    private byte[] samples(List<ImportField> fields) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableWriter table = files.writer(out)) {
            for (int i = 0; i < SAMPLES; i++) {
                int row = i;
                table.row(fields.stream()
                        .map(field ->
                                row < field.samples().size() ? field.samples().get(row) : "")
                        .toList());
            }
        }
        return out.toString(StandardCharsets.UTF_8).substring(1).getBytes(StandardCharsets.UTF_8);
    }

    private static String hint(ImportField field) {
        String kind =
                switch (field.type()) {
                    case TEXT ->
                        field.maxLength() > 0 ? "text of at most " + field.maxLength() + " characters" : "text";
                    case INTEGER -> "whole number";
                    case DECIMAL -> "number";
                    case FLAG -> "yes or no";
                    case DATE -> "date";
                    case CHOICE -> "one of " + String.join(", ", field.allowed());
                };
        String hint = field.hint();
        return field.label() + ": " + (field.required() ? "needed, " : "") + kind + (hint == null ? "" : ", " + hint);
    }
}
