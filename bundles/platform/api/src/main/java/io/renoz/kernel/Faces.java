package io.renoz.kernel;

import org.osgi.annotation.versioning.ProviderType;

/** The lasting proxies of modules' services, for whoever replaces or removes a module. Thread-safe. */
@ProviderType
public interface Faces {

    /** Says that the module will not come back: the faces of its services go, and with them the components that need them. */
    void gone(String module);

    /** Says that the module's new version serves: implementations of extensions that it no longer has are not waited for. */
    void settled(String module);
}
