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
    private final ConfidentialNotes confidential;

    Destinations(Catalogue catalogue, ConfidentialNotes confidential) {
        this.catalogue = catalogue;
        this.confidential = confidential;
    }

    record Option(String key, String name, boolean selected) {}

    record Options(List<Option> categories, List<Option> units) {}

    /** A confidential ticket stays so wherever it goes: each place says who would read it there. */
    Options of(Ticket ticket, Composer composer, boolean closed, Locale language) {
        String typed = composer.destination().category();
        String category = typed.isEmpty() ? ticket.category() : typed;
        String unit = composer.destination().unit();
        return new Options(
                catalogue.categories().stream()
                        .map(one -> new Option(
                                one.key(),
                                name(one.name(language), one.key(), one.unit(), closed, language),
                                one.key().equals(category)))
                        .toList(),
                catalogue.activeUnits().stream()
                        .map(one -> new Option(
                                one.key(),
                                name(one.name(language), category, one.key(), closed, language),
                                one.key().equals(unit)))
                        .toList());
    }

    private String name(String name, String category, String unit, boolean closed, Locale language) {
        return closed ? name + " · " + confidential.readers(category, unit, language) : name;
    }
}
