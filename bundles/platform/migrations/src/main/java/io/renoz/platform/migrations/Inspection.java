package io.renoz.platform.migrations;

import io.renoz.module.ModuleDescriptor;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * PLT-09: holds what a changelog did against the rules that keep organizations and modules apart, before it is committed:
 * the module's own schema by the platform's inspection, everything else by having been left as it was.
 */
final class Inspection {

    private static final String FOREIGN_KEYS = """
            select c.oid::regclass::text, k.conname, n.nspname
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_class t on t.oid = k.confrelid
              join pg_namespace n on n.oid = t.relnamespace
             where k.contype = 'f' and c.relnamespace = ?::regnamespace and t.relnamespace <> c.relnamespace
             order by 1, 2
            """;

    private final ModuleDescriptor module;
    private final Connection connection;
    private final Map<String, String> before;

    private Inspection(ModuleDescriptor module, Connection connection, Map<String, String> before) {
        this.module = module;
        this.connection = connection;
        this.before = before;
    }

    /** Notes how everything outside the module's schema is now. */
    static Inspection begin(ModuleDescriptor module, Connection connection) throws SQLException {
        return new Inspection(module, connection, outside(module, connection));
    }

    /**
     * Refuses a schema with any fault, and any change outside it.
     *
     * @throws Problem {@code isolation-refused}, with all faults as member {@code faults}
     */
    void end() throws SQLException {
        var faults = new ArrayList<String>();
        faults.addAll(inside());
        faults.addAll(foreignKeys());
        faults.addAll(changesOutside());
        if (!faults.isEmpty()) {
            String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
            throw Problem.of("isolation-refused", faults.get(0) + more + ".").with("faults", List.copyOf(faults));
        }
    }

    private List<String> inside() throws SQLException {
        var faults = new ArrayList<String>();
        try (PreparedStatement query = connection.prepareStatement("select relation, fault from platform.inspect(?)")) {
            query.setString(1, module.schema());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    faults.add(rows.getString(1) + ": " + rows.getString(2));
                }
            }
        }
        return faults;
    }

    /** A foreign key binds two modules together, so it may lead only where the declaration says so. */
    private List<String> foreignKeys() throws SQLException {
        Set<String> required = new TreeSet<>();
        module.requires().forEach(name -> required.add(name.replace('-', '_')));
        var faults = new ArrayList<String>();
        try (PreparedStatement query = connection.prepareStatement(FOREIGN_KEYS)) {
            query.setString(1, module.schema());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (!required.contains(rows.getString(3))) {
                        faults.add(rows.getString(1) + ": foreign key " + rows.getString(2) + " leads to schema "
                                + rows.getString(3) + ", which the module does not require");
                    }
                }
            }
        }
        return faults;
    }

    private List<String> changesOutside() throws SQLException {
        var faults = new ArrayList<String>();
        Map<String, String> gone = new HashMap<>(before);
        for (Map.Entry<String, String> now : outside(module, connection).entrySet()) {
            String was = gone.remove(now.getKey());
            if (was == null) {
                faults.add(outsider(now.getKey(), "made"));
            } else if (!was.equals(now.getValue())) {
                faults.add(outsider(now.getKey(), "changed"));
            }
        }
        new TreeMap<>(gone).keySet().forEach(object -> faults.add(outsider(object, "dropped")));
        return faults;
    }

    private String outsider(String object, String act) {
        return object + ": it is outside schema " + module.schema() + " and was " + act + " by its changelog";
    }

    private static Map<String, String> outside(ModuleDescriptor module, Connection connection) throws SQLException {
        var objects = new LinkedHashMap<String, String>();
        try (PreparedStatement query =
                connection.prepareStatement("select object, state from platform.outside(?) order by object")) {
            query.setString(1, module.schema());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    objects.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return objects;
    }
}
