package io.renoz.settings.api;

import io.renoz.module.Extension;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** The settings of a module; implemented by every module that has any. */
@Extension
@ConsumerType
public interface SettingDeclarations {

    /** All of them; always the same. */
    List<SettingDeclaration> list();
}
