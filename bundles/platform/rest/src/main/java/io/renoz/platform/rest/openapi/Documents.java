package io.renoz.platform.rest.openapi;

import io.renoz.platform.rest.Visit;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public final class Documents {
    public boolean serves(String path) { return false; }
    public void serve(HttpServletRequest request, HttpServletResponse response, Visit visit) throws IOException {}
}
