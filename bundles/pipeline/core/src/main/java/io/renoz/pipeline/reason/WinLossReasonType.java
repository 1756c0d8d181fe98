package io.renoz.pipeline.reason;

/** What a reason explains. */
public enum WinLossReasonType {
    WIN,
    LOSS
}
