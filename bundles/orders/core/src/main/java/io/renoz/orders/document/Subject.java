package io.renoz.orders.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a paper is about, and as of which revision of it. */
record Subject(UUID orderId, @Nullable UUID shipmentId, DocumentKind kind, int revision) {}
