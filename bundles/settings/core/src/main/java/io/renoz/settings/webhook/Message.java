package io.renoz.settings.webhook;

import io.renoz.data.Json;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be sent, and where.
 *
 * @param headers of the subscription's own
 * @param body exactly as it goes out
 */
record Message(
        UUID eventId, String eventType, String url, SigningSecret secret, Map<String, String> headers, Json body) {}
