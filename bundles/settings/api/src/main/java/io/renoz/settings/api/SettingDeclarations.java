package io.renoz.settings.api;

import io.renoz.data.Json;
import io.renoz.module.Extension;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** The settings of a module; implemented by every module that has any. */
@Extension
@ConsumerType
public interface SettingDeclarations {

    /** All of them; always the same. */
    List<SettingDeclaration> list();

    /**
     * What is wrong with a value of one of them, where the module's rules say more than its declaration can: a sentence for
     * people, empty when the value is good. Asked before a value is stored, once it has the declared type and keeps the limits.
     * The caller gets {@code invalid-setting-value} with the sentence.
     */
    default Optional<String> fault(SettingDeclaration setting, Json value) {
        return Optional.empty();
    }
}
