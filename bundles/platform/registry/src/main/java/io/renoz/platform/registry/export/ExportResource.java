package io.renoz.platform.registry.export;

import io.renoz.platform.registry.operator.Organizations;
import io.renoz.platform.registry.operator.Organizations.Organization;
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/organizations/{id}/export}: what an organization takes along when it leaves, or asks for. */
@Component(service = Resource.class)
@OperatorPlane
@javax.ws.rs.Path("organizations/{id}/export")
public final class ExportResource implements Resource {

    private final Organizations organizations;
    private final OrganizationExport export;

    @Activate
    public ExportResource(@Reference Organizations organizations, @Reference OrganizationExport export) {
        this.organizations = organizations;
        this.export = export;
    }

    /** Made whole before the answer begins, so that a failure is an answer and not half a file; nothing of it stays. */
    @POST
    @Summary("Everything of one organization as a zip: a file of JSON lines for each table, and its files")
    public Download export(@PathParam("id") UUID id) {
        Organization organization =
                organizations.find(id.toString()).orElseThrow(() -> Problem.notFound("organization"));
        try {
            Path file = Files.createTempFile("renoz-export-", ".zip");
            try {
                export.write(organization, file);
                FileChannel content = FileChannel.open(file, StandardOpenOption.READ);
                return Download.of(
                        organization.slug() + ".zip",
                        "application/zip",
                        content.size(),
                        UUID.randomUUID().toString(),
                        (from, length) -> new Part(content, from, length));
            } finally {
                Files.delete(file); // whoever has it open still reads it
            }
        } catch (IOException e) {
            throw new IllegalStateException("The export could not be written", e);
        }
    }

    /** A part of a file; closes it at the end. */
    private static final class Part extends InputStream {

        private final FileChannel channel;
        private long left;

        Part(FileChannel channel, long from, long length) throws IOException {
            this.channel = channel.position(from);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
