package io.renoz.settings.organization;

import io.renoz.data.Coded;

/** How the organization writes dates, times and numbers. */
public final class Formats {

    private Formats() {}

    /** Order and separators of a date. */
    public enum DateFormat implements Coded {
        DAY_MONTH_YEAR("DD/MM/YYYY"),
        MONTH_DAY_YEAR("MM/DD/YYYY"),
        ISO("YYYY-MM-DD"),
        DOTTED("DD.MM.YYYY");

        private final String code;

        DateFormat(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Clock of 12 or 24 hours. */
    public enum TimeFormat implements Coded {
        TWELVE_HOURS("12h"),
        TWENTY_FOUR_HOURS("24h");

        private final String code;

        TimeFormat(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Separators of thousands and decimals. */
    public enum NumberFormat implements Coded {
        COMMA_POINT("1,234.56"),
        POINT_COMMA("1.234,56"),
        SPACE_COMMA("1 234,56");

        private final String code;

        NumberFormat(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
