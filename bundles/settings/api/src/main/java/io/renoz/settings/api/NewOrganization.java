package io.renoz.settings.api;

/**
 * An organization to be made.
 *
 * @param slug 3 to 63 characters of a-z, 0-9 and single inner hyphens; unique over all organizations
 */
public record NewOrganization(String slug, String name, NewOwner owner) {}
