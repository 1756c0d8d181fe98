package io.renoz.customers.merge;

import io.renoz.data.Json;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Reads;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/merge-audit} */
@Component
@Path("merge-audit")
public final class MergeAuditResource implements Reads<MergeAuditResource.View> {

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            UUID primaryCustomerId,
            @Nullable UUID mergedCustomerId,
            MergeAction action,
            @Nullable String reason,
            @Nullable UUID performedBy,
            Instant performedAt,
            int rowsMoved,
            @Nullable Json mergedData)
            implements Versioned {

        static View of(MergeRecord merge) {
            return new View(
                    merge.id(),
                    merge.version(),
                    merge.primaryCustomerId,
                    merge.mergedCustomerId,
                    merge.action,
                    merge.reason,
                    merge.performedBy,
                    merge.performedAt,
                    merge.rowsMoved,
                    merge.mergedData);
        }
    }

    private final Rows<MergeRecord, Void, View> merges;

    @Activate
    public MergeAuditResource(@Reference(target = "(domain=customers)") Tables tables) {
        merges = tables.of(MergeRecord.class)
                .filter("primaryCustomerId", "mergedCustomerId", "action", "performedAt")
                .sort("-performedAt")
                .viewed(View.class, View::of);
    }

    @Override
    public Rows<MergeRecord, Void, View> records() {
        return merges;
    }
}
