package io.renoz.platform.rest.container;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.data.Ids;
import io.renoz.platform.rest.problem.HttpProblems;
import io.renoz.platform.rest.problem.ProblemWriter;
import io.renoz.problem.Problem;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Renders what the container refuses as problems. */
final class ProblemErrorHandler extends ErrorHandler {

    private final ProblemWriter problems = new ProblemWriter(new ObjectMapper());

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problem problem = HttpProblems.of(code);
        UUID id = Ids.next();
        response.setStatus(problem.status());
        response.getHeaders().put(new HttpField("X-Request-Id", id.toString()));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemWriter.TYPE);
        response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
        response.write(true, ByteBuffer.wrap(problems.write(problem, id)), callback);
    }
}
