package io.renoz.platform.data;

import io.renoz.data.Databases;
import io.renoz.kernel.ModuleStates;
import io.renoz.module.ModuleGate;
import io.renoz.module.Partners;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands out faces, as far as the gate lets the organization see them. */
@Component
public final class FacePartners implements Partners {

    private final FaceRegistry faces;
    private final ModuleGate gate;
    private final ModuleStates states;
    private final Databases databases;

    @Activate
    public FacePartners(
            @Reference FaceRegistry faces,
            @Reference ModuleGate gate,
            @Reference ModuleStates states,
            @Reference Databases databases) {
        this.faces = faces;
        this.gate = gate;
        this.states = states;
        this.databases = databases;
    }

    @Override
    public <T> Optional<T> find(Class<T> service) {
        return enabled(service).stream().map(Partner::service).findFirst();
    }

    @Override
    public <T> List<Partner<T>> enabled(Class<T> extension) {
        return deployed(extension).stream()
                .filter(partner -> gate.isEnabled(partner.module()))
                .toList();
    }

    @Override
    public <T> List<Partner<T>> deployed(Class<T> extension) {
        return faces.of(extension).stream()
                .map(face -> new Partner<>(face.module(), extension.cast(face.proxy())))
                .toList();
    }

    @Override
    public Set<String> absent() {
        Set<String> running = states.all().stream()
                .filter(state -> state.state().equals("active"))
                .map(ModuleStates.ModuleState::module)
                .collect(Collectors.toSet());
        var absent = new TreeSet<String>();
        try (var connection = databases.platform().getConnection();
                var statement = connection.createStatement();
                var owners = statement.executeQuery("select module_name from platform.module_schema_claims")) {
            while (owners.next()) {
                if (!running.contains(owners.getString(1))) {
                    absent.add(owners.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        absent.remove("platform");
        return absent;
    }
}
