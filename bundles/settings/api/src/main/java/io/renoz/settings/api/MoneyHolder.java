package io.renoz.settings.api;

import io.renoz.module.Extension;
import org.osgi.annotation.versioning.ConsumerType;

/** Says whether documents with amounts exist; implemented by modules that have such documents. */
@Extension
@ConsumerType
public interface MoneyHolder {

    /** Whether the current organization has documents whose amounts would mean something else in another currency. */
    boolean holdsMoney();
}
