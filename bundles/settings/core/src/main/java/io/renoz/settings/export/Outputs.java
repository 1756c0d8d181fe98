package io.renoz.settings.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.renoz.csv.CsvFiles;
import io.renoz.csv.TableWriter;
import io.renoz.csv.Workbooks;
import io.renoz.data.Coded;
import io.renoz.data.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes records in the format that was asked for. */
final class Outputs {

    private final CsvFiles tables;
    private final Workbooks workbooks;

    Outputs(CsvFiles tables, Workbooks workbooks) {
        this.tables = tables;
        this.workbooks = workbooks;
    }

    /** The records of one kind on their way into a file. */
    interface Output extends AutoCloseable {

        void record(Map<String, ? extends @Nullable Object> values) throws IOException;

        /** Ends them; the stream stays open. */
        @Override
        void close() throws IOException;
    }

    Output open(ExportFormat format, OutputStream out, String type, List<String> fields) throws IOException {
        return switch (format) {
            case CSV -> new Table(tables.writer(out), fields);
            case XLSX -> new Table(workbooks.writer(out, type), fields);
            case JSON -> new Objects(out);
        };
    }

    /** Under a header of the names of the fields. */
    private static final class Table implements Output {

        private final TableWriter writer;
        private final List<String> fields;

        Table(TableWriter writer, List<String> fields) throws IOException {
            this.writer = writer;
            this.fields = fields;
            writer.row(fields);
        }

        @Override
        public void record(Map<String, ? extends @Nullable Object> values) throws IOException {
            var cells = new ArrayList<@Nullable Object>(fields.size());
            fields.forEach(field -> cells.add(values.get(field)));
            writer.row(cells);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /** An array of objects; as everywhere in the API, a field without a value is left out. */
    private static final class Objects implements Output {

        private static final JsonFactory JSON = new JsonFactory();

        private final JsonGenerator json;

        Objects(OutputStream out) throws IOException {
            json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartArray();
        }

        @Override
        public void record(Map<String, ? extends @Nullable Object> values) throws IOException {
            json.writeRaw('\n');
            json.writeStartObject();
            for (Map.Entry<String, ? extends @Nullable Object> field : values.entrySet()) {
                Object value = field.getValue();
                if (value != null) {
                    json.writeFieldName(field.getKey());
                    value(value);
                }
            }
            json.writeEndObject();
        }

        private void value(Object value) throws IOException {
            if (value instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else if (value instanceof BigDecimal number) {
                json.writeNumber(number.toPlainString());
            } else if (value instanceof Number number) {
                json.writeNumber(number.toString());
            } else if (value instanceof Json raw) {
                json.writeRawValue(raw.text());
            } else if (value instanceof Enum<?> constant) {
                json.writeString(Coded.of(constant));
            } else {
                json.writeString(value.toString());
            }
        }

        @Override
        public void close() throws IOException {
            json.writeRaw('\n');
            json.writeEndArray();
            json.close();
        }
    }
}
