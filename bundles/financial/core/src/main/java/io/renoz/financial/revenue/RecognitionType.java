package io.renoz.financial.revenue;

/** What makes revenue of an order due. */
public enum RecognitionType {
    ON_DELIVERY,
    MILESTONE,
    TIME_BASED
}
