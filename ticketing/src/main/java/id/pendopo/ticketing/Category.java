package id.pendopo.ticketing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A ticket category: what a ticket is about; decides unit and deadline.
 *
 * @param key {@code jalan-rusak}, permanent
 * @param unit the key of the unit that is responsible
 * @param examples how citizens say it, in any language; the seed of the suggestion
 * @param danger what somebody is in danger of who brings it: every ticket of it is an emergency; empty for most
 */
public record Category(
        String key, String unit, TicketType type, Names names, List<String> examples, Optional<Ticket.Danger> danger) {

    /**
     * A domain event of one node: units, categories or holidays have changed, here or on another node, and whoever asks
     * for them gets the new ones. Told outside any transaction.
     */
    public record CatalogueChanged() {}

    /** A category in which nobody is in danger. */
    public Category(String key, String unit, TicketType type, Names names, List<String> examples) {
        this(key, unit, type, names, examples, Optional.empty());
    }

    public Category {
        examples = List.copyOf(examples);
    }

    /** What citizens who read this language call it. */
    public String name(Locale language) {
        return names.in(language);
    }
}
