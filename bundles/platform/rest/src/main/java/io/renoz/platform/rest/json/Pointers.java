package io.renoz.platform.rest.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/** JSON pointers to what is wrong. */
final class Pointers {

    private Pointers() {}

    /** Where reading stopped; the whole body when that is not known. */
    static String of(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        JsonPointer pointer = JsonPointer.empty();
        for (var step : mapping.getPath()) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getFieldName());
        }
        return pointer.toString();
    }
}
