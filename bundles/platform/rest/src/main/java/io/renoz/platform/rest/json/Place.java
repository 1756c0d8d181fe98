package io.renoz.platform.rest.json;

import org.jspecify.annotations.Nullable;

/**
 * A place in a body. It costs next to nothing until somebody asks for its pointer.
 *
 * @param name of the field it is of its parent; null for an element of a list
 */
record Place(@Nullable Place parent, @Nullable String name, int index) {

    /** The body itself. */
    static final Place BODY = new Place(null, null, 0);

    Place named(String field) {
        return new Place(this, field, 0);
    }

    Place numbered(int element) {
        return new Place(this, null, element);
    }

    /** As in RFC 6901. */
    String pointer() {
        if (parent == null) {
            return "";
        }
        String last =
                name == null ? String.valueOf(index) : name.replace("~", "~0").replace("/", "~1");
        return parent.pointer() + "/" + last;
    }
}
