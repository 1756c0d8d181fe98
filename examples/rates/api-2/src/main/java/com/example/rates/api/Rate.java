package com.example.rates.api;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate and the day from which on it holds.
 *
 * @param value what one unit is worth in the organization's currency, with up to 8 places
 */
public record Rate(String currency, LocalDate since, BigDecimal value) {}
