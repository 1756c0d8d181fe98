package io.renoz.settings.setting;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.kernel.MemoryList;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/system-settings}. SET-24: for admins, who alone have {@code settings.write}. */
@Component
@Path("system-settings")
@Allow("settings.write")
public final class SystemSettingResource implements Resource {

    /** A value to set; the remark is the organization's own. */
    public record Input(
            @NotNull Json value, @Nullable @Size(max = 500) String description) {}

    /**
     * A setting as it stands.
     *
     * @param version 0 while the organization has set nothing
     * @param value the effective one; null for secrets
     * @param isSet whether the organization has set a value
     */
    public record View(
            UUID id,
            int version,
            String category,
            String key,
            SettingType type,
            String label,
            @Nullable Json defaultValue,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<String> allowed,
            boolean isPublic,
            boolean isSecret,
            @Nullable Json value,
            boolean isSet,
            @Nullable String description)
            implements Versioned {

        static View of(SettingDeclaration declared, @Nullable SystemSetting row) {
            String name = Settings.name(declared);
            return new View(
                    row == null ? UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) : row.id(),
                    row == null ? 0 : row.version(),
                    declared.category(),
                    declared.key(),
                    declared.type(),
                    declared.label(),
                    declared.initial(),
                    declared.min(),
                    declared.max(),
                    declared.allowed(),
                    declared.open(),
                    declared.secret(),
                    Settings.effective(declared, row),
                    row != null,
                    row == null ? null : row.description);
        }
    }

    /** What the rows' own view needs to say. */
    public record Stored(UUID id, int version) implements Versioned {}

    private static final MemoryList<SettingDeclaration> LIST =
            MemoryList.by("category", Settings::name).filter("category", String.class, SettingDeclaration::category);

    private final Tables tables;
    private final Settings settings;
    private final Rows<SystemSetting, Void, Stored> rows;

    @Activate
    public SystemSettingResource(@Reference(target = "(domain=settings)") Tables tables, @Reference Settings settings) {
        this.tables = tables;
        this.settings = settings;
        rows = tables.of(SystemSetting.class)
                .sort("key")
                .viewed(Stored.class, row -> new Stored(row.id(), row.version()));
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", LIST.offer());
    }

    @GET
    @Summary("All settings of the modules that are on, with their effective values.")
    public Page<View> list(@Context ListQuery query) {
        Map<String, SystemSetting> overrides = settings.overrides();
        return LIST.read(settings.declared().all(), query)
                .map(declared -> View.of(declared, overrides.get(Settings.name(declared))));
    }

    @GET
    @Path("{category}/{key}")
    @Answers("unknown-setting")
    public View get(@PathParam("category") String category, @PathParam("key") String key) {
        SettingDeclaration declared = settings.declared().require(category, key);
        return View.of(declared, settings.find(declared).orElse(null));
    }

    @PUT
    @Path("{category}/{key}")
    @Answers({"unknown-setting", "invalid-setting-value"})
    @Summary("Sets a value of the organization's own.")
    public View set(@PathParam("category") String category, @PathParam("key") String key, Input input) {
        SettingDeclaration declared = settings.declared().require(category, key);
        SystemSetting row = settings.find(declared).orElse(null);
        if (row == null) {
            expectNothing();
            row = new SystemSetting(declared);
            write(row, declared, input);
            tables.add(row);
        } else {
            rows.changeExpected(row.id(), stored -> write(stored, declared, input));
        }
        tables.flush();
        settings.changed(declared);
        return View.of(declared, row);
    }

    private void write(SystemSetting row, SettingDeclaration declared, Input input) {
        settings.set(row, declared, input.value());
        row.description = input.description();
    }

    /** SET-25: what is not there yet has version 0. */
    private static void expectNothing() {
        String expected = Call.current()
                .request()
                .ifMatch()
                .orElseThrow(() -> Problem.of("precondition-required", "Send the ETag of the setting as If-Match."));
        if (!expected.strip().equals("*")
                && !expected.replace("W/", "").replace("\"", "").strip().equals("0")) {
            throw Problem.of("precondition-failed", "The setting has been reset meanwhile.");
        }
    }

    @DELETE
    @Path("{category}/{key}")
    @Answers("unknown-setting")
    @Summary("Back to the default.")
    public void reset(@PathParam("category") String category, @PathParam("key") String key) {
        SettingDeclaration declared = settings.declared().require(category, key);
        settings.find(declared).ifPresent(row -> {
            rows.delete(row.id());
            settings.changed(declared);
        });
    }
}
