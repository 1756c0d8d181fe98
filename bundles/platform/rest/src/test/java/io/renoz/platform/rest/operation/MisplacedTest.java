package io.renoz.platform.rest.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.platform.rest.sample.PolicyResource;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.junit.jupiter.api.Test;

class MisplacedTest {

    /** Asks for a permission in vain. */
    @Path("vain")
    public static final class Vain implements Resource {

        @GET
        public Page<String> list(@Context ListQuery query) {
            return Page.of(names());
        }

        @Allow("warranty.decide")
        List<String> names() {
            return List.of();
        }
    }

    /** Offers something for a method there is none of. */
    @Path("lost")
    public static final class Lost implements Resource {

        @GET
        public Page<String> list(@Context ListQuery query) {
            return Page.of(List.of());
        }

        @Override
        public Map<String, Offer> offers() {
            return Map.of("lists", Offer.nothing());
        }
    }

    private static void assemble(Object resource) {
        new Operations(new Mount("warranty", "Warranty", Set.of()))
                .add(
                        ResourceUtils.createClassResourceInfo(resource.getClass(), resource.getClass(), true, true),
                        resource);
    }

    @Test
    void refusesAPermissionThatNobodyWouldAskFor() {
        assertThatThrownBy(() -> assemble(new Vain()))
                .hasMessageContaining("@Allow stands on names")
                .hasMessageContaining("no operation");
    }

    @Test
    void refusesAnOfferForNoList() {
        assertThatThrownBy(() -> assemble(new Lost())).hasMessageContaining("offers something for lists");
    }

    @Test
    void hasNothingAgainstWordsThatAreHeard() {
        assertThatCode(() -> assemble(new PolicyResource())).doesNotThrowAnyException();
    }
}
