package io.renoz.activities.log;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.kernel.AuditSink;
import io.renoz.kernel.RecordChange;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ACT-01, ACT-02: what a transaction did to audited records, written as its last act. */
@Component
public final class RecordLog implements AuditSink {

    private final Databases databases;

    @Activate
    public RecordLog(@Reference Databases databases) {
        this.databases = databases;
    }

    @Override
    public void write(List<RecordChange> changes) {
        Call call = Call.current();
        List<Entry> entries = changes.stream()
                .flatMap(change -> Entry.of(call, change).stream())
                .toList();
        Entries.write(databases.shared(), Call.tenant(), entries);
    }
}
