package io.renoz.platform.rest;

import java.util.Collections;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

/** Entity tags as callers send them back. */
public final class EntityTags {

    private EntityTags() {}

    /** Whether a caller has what has that tag already, by If-None-Match: weak tags are as good as strong ones there. */
    public static boolean known(HttpServletRequest request, String tag) {
        return Collections.list(request.getHeaders("If-None-Match")).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .map(sent -> sent.startsWith("W/") ? sent.substring(2) : sent)
                .anyMatch(sent -> sent.equals("*") || sent.equals("\"" + tag + "\""));
    }
}
