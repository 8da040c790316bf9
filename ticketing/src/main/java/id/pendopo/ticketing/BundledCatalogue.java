package id.pendopo.ticketing;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The bundled catalogue: categories, hours and holidays that a desk of the chosen country pack starts with, without
 * a database; for commands.
 */
public interface BundledCatalogue {

    /** @throws IllegalStateException the application was packed without it */
    static BundledCatalogue load() {
        return ServiceLoader.load(BundledCatalogue.class, BundledCatalogue.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the application lacks its bundled catalogue"));
    }

    /** In the order in which citizens read them; the last one is for everything else. */
    List<Category> categories();

    WorkingCalendar calendar();
}
