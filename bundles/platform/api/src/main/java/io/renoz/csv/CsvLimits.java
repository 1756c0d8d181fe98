package io.renoz.csv;

/**
 * What a file may be at most.
 *
 * @param rows the header included; comments and empty lines do not count
 * @param columns cells of a row
 * @param characters of a cell
 */
public record CsvLimits(long bytes, int rows, int columns, int characters) {

    /** 10 MB, 50,000 rows and a header, 500 columns, 100,000 characters a cell. */
    public static final CsvLimits USUAL = new CsvLimits(10_000_000, 50_001, 500, 100_000);
}
