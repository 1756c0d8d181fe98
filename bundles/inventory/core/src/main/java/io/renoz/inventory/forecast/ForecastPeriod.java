package io.renoz.inventory.forecast;

public enum ForecastPeriod {
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY
}
