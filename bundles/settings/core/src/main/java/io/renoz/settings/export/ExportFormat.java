package io.renoz.settings.export;

/** What a file is. */
enum ExportFormat {
    CSV("text/csv"),
    JSON("application/json"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }
}
