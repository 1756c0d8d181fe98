package io.renoz.financial;

import io.renoz.customers.api.AddressBook;
import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.PostalAddress;
import io.renoz.document.BusinessDocument;
import io.renoz.document.PdfRenderer;
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.DocumentTemplates;
import io.renoz.settings.api.OrganizationProfile;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Renders the papers of this module in the organization's look, and keeps them. */
@Component(service = Papers.class)
public final class Papers {

    private final DocumentTemplates templates;
    private final PdfRenderer renderer;
    private final Attachments attachments;
    private final AddressBook addresses;
    private final Books books;

    @Activate
    public Papers(
            @Reference DocumentTemplates templates,
            @Reference PdfRenderer renderer,
            @Reference Attachments attachments,
            @Reference AddressBook addresses,
            @Reference Books books) {
        this.templates = templates;
        this.renderer = renderer;
        this.attachments = attachments;
        this.addresses = addresses;
        this.books = books;
    }

    /** The parties of a paper: the organization, and the customer with its billing address. */
    public BusinessDocument between(BusinessDocument paper, UUID customer, String customerName) {
        OrganizationProfile own = books.organization();
        OrganizationProfile.Address at = own.address();
        Optional<PostalAddress> theirs = addresses.primary(customer, AddressType.BILLING);
        var to = new ArrayList<@Nullable String>();
        to.add(customerName);
        theirs.ifPresent(address -> {
            to.add(address.attention());
            to.add(address.street1());
            to.add(address.street2());
            to.add(line(address.postcode(), address.city(), address.state()));
            to.add(address.country());
        });
        return paper.party(
                        "From",
                        Arrays.asList(
                                own.legalName() == null ? own.name() : own.legalName(),
                                at.line1(),
                                at.line2(),
                                line(at.postalCode(), at.city(), at.state()),
                                at.countryCode(),
                                own.taxNumber()))
                .party("To", to);
    }

    private static String line(@Nullable String... words) {
        return String.join(
                " ",
                Arrays.stream(words)
                        .filter(word -> word != null && !word.isBlank())
                        .toList());
    }

    /** Renders and keeps the paper of a record; its document type is its entity type. */
    public UUID keep(BusinessDocument paper, String type, UUID record, Instant dated) {
        byte[] pdf = render(paper, type, dated);
        AttachmentRef kept = attachments.storeDocument(type, record, type, new ByteArrayInputStream(pdf));
        return kept.id();
    }

    byte[] render(BusinessDocument paper, String type, Instant dated) {
        return renderer.render(templates.find(type).document(paper, "", dated)).bytes();
    }

    /**
     * A paper that was kept.
     *
     * @throws Problem {@code not-found} when there is none
     */
    public Download serve(@Nullable UUID attachment, List<String> name) {
        if (attachment == null) {
            throw Problem.notFound("document");
        }
        Download kept = attachments.open(attachment).download();
        return new Download(
                        String.join("-", name) + ".pdf",
                        kept.mediaType(),
                        kept.length(),
                        kept.tag(),
                        true,
                        kept.content())
                .shown();
    }
}
