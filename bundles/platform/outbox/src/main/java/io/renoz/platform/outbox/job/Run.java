package io.renoz.platform.outbox.job;

import java.util.UUID;

/** One run of a job in one organization, while this node has the lease of it. */
record Run(UUID organization, UUID id, UUID job, String name) {}
