package io.renoz.settings.importing;

import io.renoz.csv.CsvFiles;
import io.renoz.csv.CsvLimits;
import io.renoz.csv.CsvReader;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentContent;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.organization.Formats.DateFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of imports, as they were uploaded. */
@Component(service = ImportFiles.class)
public final class ImportFiles {

    private final Attachments attachments;
    private final CsvFiles files;
    private final OrganizationDirectory organizations;

    @Activate
    public ImportFiles(
            @Reference Attachments attachments,
            @Reference CsvFiles files,
            @Reference OrganizationDirectory organizations) {
        this.attachments = attachments;
        this.files = files;
        this.organizations = organizations;
    }

    /**
     * Makes an uploaded file that of an import.
     *
     * @throws Problem {@code file-too-large}, {@code validation-failed} when there is no such file, or another record has it
     */
    void take(UUID attachment, UUID dataImport) {
        try {
            long size = attachments.open(attachment).attachment().sizeBytes();
            if (size > CsvLimits.USUAL.bytes()) {
                throw Problem.of("file-too-large", "A file to import has at most 10 MB.");
            }
            attachments.link(attachment, ImportTypes.IMPORT, dataImport);
        } catch (Problem problem) {
            throw switch (problem.slug()) {
                case "not-found", "gone" -> Problem.invalid("attachmentId", "There is no such file.");
                case "invalid-state" -> Problem.invalid("attachmentId", "The file belongs to another record.");
                default -> problem;
            };
        }
    }

    /** The headings of a file; empty when it cannot be read, which validation tells. */
    Optional<List<String>> header(UUID attachment) {
        try (CsvReader reader = files.reader(attachments.open(attachment).open(), CsvLimits.USUAL)) {
            return Optional.of(SheetReader.header(reader));
        } catch (Problem unreadable) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Problem {@code unreadable-file} */
    SheetReader open(DataImport dataImport, ImportDescription description) throws IOException {
        AttachmentContent content = attachments.open(dataImport.attachmentId);
        return SheetReader.open(files, content, cells(dataImport), dataImport.mapping(), description);
    }

    private Cells cells(DataImport dataImport) {
        OrganizationProfile profile = organizations.current();
        DateFormat own = Arrays.stream(DateFormat.values())
                .filter(format -> format.code().equals(profile.dateFormat()))
                .findFirst()
                .orElse(DateFormat.ISO);
        DateFormat dates = dataImport.dateFormat;
        return new Cells(dates == null ? own : dates, profile.numberFormat());
    }
}
