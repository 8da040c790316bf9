package id.pendopo.ticketing;

import java.util.List;
import java.util.Locale;

/**
 * A ticket category: what a ticket is about; decides unit and deadline.
 *
 * @param key {@code jalan-rusak}, permanent
 * @param unit the key of the unit that is responsible
 * @param examples how citizens say it, in any language; the seed of the suggestion
 */
public record Category(String key, String unit, TicketType type, Names names, List<String> examples) {

    public Category {
        examples = List.copyOf(examples);
    }

    /** What citizens who read this language call it. */
    public String name(Locale language) {
        return names.in(language);
    }
}
