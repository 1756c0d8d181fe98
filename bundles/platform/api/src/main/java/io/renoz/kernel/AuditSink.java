package io.renoz.kernel;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes the audit log; implemented once, by the module that owns it. */
@ConsumerType
public interface AuditSink {

    /** Writes the entries in the current transaction, in one batch; called just before its commit. */
    void write(List<RecordChange> changes);
}
