package io.renoz.platform.rest.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.renoz.data.Coded;

/** Enums are in JSON what they are in the database: {@code non_profit}, or the code they give themselves. */
final class EnumCodes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] values, String[] names) {
        for (int i = 0; i < values.length; i++) {
            names[i] = Coded.of(values[i]);
        }
        return names;
    }
}
