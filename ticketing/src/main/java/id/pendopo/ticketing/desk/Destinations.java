package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.organisation.Catalogue;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The options of the form by which a ticket is moved: every category and every unit. */
@Component
class Destinations {

    private final Catalogue catalogue;

    Destinations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record Option(String key, String name, boolean selected) {}

    record Options(List<Option> categories, List<Option> units) {}

    Options of(Ticket ticket, Composer composer, Locale language) {
        String typed = composer.destination().category();
        String category = typed.isEmpty() ? ticket.category() : typed;
        String unit = composer.destination().unit();
        return new Options(
                catalogue.categories().stream()
                        .map(one -> new Option(
                                one.key(), one.name(language), one.key().equals(category)))
                        .toList(),
                catalogue.activeUnits().stream()
                        .map(one -> new Option(
                                one.key(), one.name(language), one.key().equals(unit)))
                        .toList());
    }
}
