package io.renoz.settings.setting;

import io.renoz.data.Json;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import java.util.Optional;

/** The settings that the modules of the organization know. */
final class Declared {

    private final Partners partners;

    Declared(Partners partners) {
        this.partners = partners;
    }

    /** All of them; a module declares in its own category, so none is there twice. */
    List<SettingDeclaration> all() {
        return partners.enabled(SettingDeclarations.class).stream()
                .flatMap(partner -> partner.service().list().stream()
                        .filter(declaration -> declaration.category().equals(partner.module())))
                .toList();
    }

    /** SET-09: what nobody declares does not exist. */
    SettingDeclaration require(String category, String key) {
        return all().stream()
                .filter(declaration -> declaration.category().equals(category)
                        && declaration.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of("unknown-setting", "No module here has a setting " + category + "." + key + "."));
    }

    /** What the module that declares a setting says of a value, if it finds fault with it. */
    Optional<String> fault(SettingDeclaration declaration, Json value) {
        return partners.enabled(SettingDeclarations.class).stream()
                .filter(partner -> partner.module().equals(declaration.category()))
                .flatMap(partner -> partner.service().fault(declaration, value).stream())
                .findFirst();
    }
}
