package io.renoz.settings.export;

import io.renoz.csv.CsvFiles;
import io.renoz.csv.Workbooks;
import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.module.Partners;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.entity.PlainObject;
import io.renoz.settings.entity.Requester;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The files that are being written on this node. Thread-safe. */
@Component(service = ExportWork.class)
public final class ExportWork {

    /** SET-20: most bytes of a file. */
    static final long MOST_BYTES = 1L << 30;

    private final Partners partners;
    private final Transactions transactions;
    private final Sources sources;
    private final Outputs outputs;
    private final Map<UUID, Writing> open = new ConcurrentHashMap<>();

    @Activate
    public ExportWork(
            @Reference Partners partners,
            @Reference EntityTypes types,
            @Reference Transactions transactions,
            @Reference CsvFiles tables,
            @Reference Workbooks workbooks) {
        this.partners = partners;
        this.transactions = transactions;
        sources = new Sources(partners, types);
        outputs = new Outputs(tables, workbooks);
    }

    /** Begins a file, anew if need be. */
    void begin(DataExport export, ExportTerms terms, long limit) throws IOException {
        discard(export.id());
        List<Writing.Part> parts = new ArrayList<>();
        for (ExportedEntity entity : export.entities) {
            parts.add(
                    new Writing.Part(entity.entityType, PlainObject.read(entity.filters, "filters"), entity.fields()));
        }
        var plan = new Writing.Plan(
                export.id(),
                export.format,
                export.anonymized,
                terms.begin(export.rangeStart),
                terms.end(export.rangeEnd),
                parts,
                limit);
        open.put(export.id(), Writing.begin(plan, outputs, transactions));
    }

    /** The file of an export that this node has begun. */
    Optional<Writing> find(UUID export) {
        return Optional.ofNullable(open.get(export));
    }

    /**
     * Goes on with a file in the name of the person who asked for it; says whether it is whole.
     *
     * @throws io.renoz.problem.Problem {@code forbidden} when that person may not read any more what they asked for
     */
    boolean proceed(DataExport export, Writing writing, BooleanSupplier pause) throws IOException {
        Call person = person(export);
        for (ExportedEntity entity : export.entities) {
            requireReadable(person, entity.entityType);
        }
        return writing.write(person, sources.all(), pause);
    }

    Call person(DataExport export) {
        return Requester.of(export.requestedBy, export.scope(), partners);
    }

    private void requireReadable(Call person, String type) {
        sources.permission(type).ifPresent(person::require);
    }

    void discard(UUID export) {
        Writing writing = open.remove(export);
        if (writing != null) {
            writing.close();
        }
    }

    @Deactivate
    void close() {
        List.copyOf(open.keySet()).forEach(this::discard);
    }
}
