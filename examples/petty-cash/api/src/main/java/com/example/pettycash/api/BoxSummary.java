package com.example.pettycash.api;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A cash box as other modules see it.
 *
 * @param balance what is in it now, in the organization's currency
 */
public record BoxSummary(UUID id, String name, BigDecimal balance) {}
