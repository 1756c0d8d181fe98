package io.renoz.itests.inside;

import javax.inject.Inject;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.BundleContext;

/** A test that runs as a bundle in the platform. All of them share one, so each leaves it as it was. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public abstract class Inside {

    @Inject
    private BundleContext context;

    private Platform platform;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.options()};
    }

    @Before
    public void everyModuleServes() {
        platform = new Platform(context);
        platform.awaitServing();
    }

    Platform platform() {
        return platform;
    }
}
