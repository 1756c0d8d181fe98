package io.renoz.settings.export;

import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written, between the batches of the job too. Each batch of records is read in a short transaction of its
 * own, in the order of the records' ids and up to the moment the export began, so that none is held for as long as a file takes
 * and nothing but one batch is in memory. For one thread at a time.
 */
final class Writing implements AutoCloseable {

    /** What one file of the export holds. */
    record Part(String type, Map<String, String> filters, List<String> fields) {}

    /** What is written, as it was decided when it began. */
    record Plan(
            UUID export,
            ExportFormat format,
            boolean anonymized,
            @Nullable Instant from,
            Instant until,
            List<Part> parts,
            long limit) {}

    private static final int ROWS_A_BATCH = 1000;

    private final Plan plan;
    private final Outputs outputs;
    private final Transactions transactions;
    private final Path file;
    private final OutputStream raw;
    private final OutputStream out;
    private final @Nullable ZipOutputStream zip;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final @Nullable Pseudonyms pseudonyms;
    private int at;
    private Optional<String> cursor = Optional.empty();
    private Outputs.@Nullable Output current;
    private long first;
    private int percent;

    private Writing(Plan plan, Outputs outputs, Transactions transactions, Path file, OutputStream raw) {
        this.plan = plan;
        this.outputs = outputs;
        this.transactions = transactions;
        this.file = file;
        this.raw = raw;
        var out = new BufferedOutputStream(new LimitedFile(raw, plan.limit), 65_536);
        pseudonyms = plan.anonymized ? new Pseudonyms() : null;
        zip = plan.parts.size() > 1 ? new ZipOutputStream(out) : null;
        this.out = zip == null ? out : zip;
    }

    static Writing begin(Plan plan, Outputs outputs, Transactions transactions) throws IOException {
        Path file = Files.createTempFile("renoz-export-", ".part");
        return new Writing(plan, outputs, transactions, file, Files.newOutputStream(file));
    }

    /** Goes on as that person until all is written or it is time to pause; says whether all is. */
    boolean write(Call person, Map<String, ExportSource> sources, BooleanSupplier pause) throws IOException {
        while (at < plan.parts.size()) {
            batch(person, plan.parts.get(at), sources);
            if (pause.getAsBoolean() && at < plan.parts.size()) {
                return false;
            }
        }
        out.close();
        return true;
    }

    private void batch(Call person, Part part, Map<String, ExportSource> sources) throws IOException {
        ExportSource source = sources.get(part.type);
        if (source == null) {
            throw Problem.of("unknown-entity-type", "The module with " + part.type + " is off.");
        }
        ExportDescription description = source.describe();
        List<String> fields = part.fields.isEmpty()
                ? description.fields().stream().map(ExportField::name).toList()
                : part.fields;
        Outputs.Output output = current == null ? open(part, fields) : current;
        Set<String> personal = pseudonyms == null
                ? Set.of()
                : description.fields().stream()
                        .filter(ExportField::personal)
                        .map(ExportField::name)
                        .collect(Collectors.toSet());
        var query = new ExportQuery(plan.from, plan.until, part.filters, withId(fields), cursor, ROWS_A_BATCH);
        cursor = transactions.apart(
                person.reading(),
                () -> source.read(query, values -> {
                    count(part, values.get("id"));
                    record(output, shown(values, fields, personal));
                }));
        if (cursor.isEmpty()) {
            finish(output);
        }
    }

    /** How far it has come is read from the ids. */
    private static List<String> withId(List<String> fields) {
        return fields.contains("id")
                ? fields
                : Stream.concat(fields.stream(), Stream.of("id")).toList();
    }

    private Outputs.Output open(Part part, List<String> fields) throws IOException {
        counts.put(part.type, 0);
        ZipOutputStream archive = zip;
        if (archive != null) {
            archive.putNextEntry(new ZipEntry(part.type + "." + extension(plan.format)));
        }
        Outputs.Output opened = outputs.open(plan.format, out, part.type, fields);
        current = opened;
        return opened;
    }

    private void finish(Outputs.Output output) throws IOException {
        output.close();
        if (zip != null) {
            zip.closeEntry();
        }
        current = null;
        percent = 0;
        first = 0;
        at++;
    }

    private void count(Part part, @Nullable Object id) {
        counts.merge(part.type, 1, Integer::sum);
        if (id instanceof UUID uuid && uuid.version() == 7) {
            long made = uuid.getMostSignificantBits() >>> 16;
            first = first == 0 ? made : first;
            long span = Math.max(1, plan.until.toEpochMilli() - first);
            percent = (int) Math.min(100, 100 * (made - first) / span);
        }
    }

    private Map<String, @Nullable Object> shown(
            Map<String, ? extends @Nullable Object> values, List<String> fields, Set<String> personal) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (String field : fields) {
            Object value = values.get(field);
            shown.put(field, value != null && personal.contains(field) ? pseudonym(value) : value);
        }
        return shown;
    }

    private Object pseudonym(Object value) {
        return pseudonyms == null ? value : pseudonyms.of(value);
    }

    private static void record(Outputs.Output output, Map<String, @Nullable Object> values) {
        try {
            output.record(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far it has come, 0 to 99; records are made in the order of their ids, so their time tells. */
    int progress() {
        return Math.min(99, (100 * at + percent) / plan.parts.size());
    }

    Map<String, Integer> counts() {
        return counts;
    }

    /** All bytes, once all is written; the caller closes the stream. */
    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    String name(String day) {
        return plan.parts.size() == 1
                ? plan.parts.get(0).type + "-" + day + "." + extension(plan.format)
                : "export-" + day + ".zip";
    }

    String mediaType() {
        return plan.parts.size() == 1 ? plan.format.mediaType : "application/zip";
    }

    private static String extension(ExportFormat format) {
        return Coded.of(format);
    }

    /** The file goes, whole or not. */
    @Override
    public void close() {
        try {
            raw.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
