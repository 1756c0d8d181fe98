package io.renoz.platform.registry.shell;

import io.renoz.platform.registry.operator.JsonText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Rows for people as a table, for programs as JSON. */
final class Output {

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Output(String... columns) {
        this.columns = List.of(columns);
    }

    void add(@Nullable Object... values) {
        var row = new ArrayList<@Nullable Object>();
        for (Object value : values) {
            row.add(value);
        }
        rows.add(row);
    }

    void print(PrintStream out, boolean json) {
        if (json) {
            out.println(JsonText.of(rows.stream().map(this::object).toList()));
            return;
        }
        var table = new ShellTable().emptyTableText("none");
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow()
                .addContent(
                        row.stream().map(value -> value == null ? "" : value).toArray()));
        table.print(out);
    }

    private Map<String, @Nullable Object> object(List<@Nullable Object> row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            if (row.get(i) != null) {
                object.put(columns.get(i), row.get(i));
            }
        }
        return object;
    }
}
