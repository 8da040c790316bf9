package id.pendopo.ticketing.settings;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.organisation.CategoryRecords.Entry;
import id.pendopo.ticketing.organisation.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A category as somebody typed it, in a form or a call.
 *
 * @param names by language tag, blank ones left out
 * @param promise working days; empty: what its unit promises
 * @param danger empty: nobody is in danger
 * @param examples how citizens say it, one each
 */
public record CategoryWish(
        String key,
        Map<String, String> names,
        String unit,
        String type,
        String visibility,
        String promise,
        String danger,
        List<String> examples,
        boolean active) {

    /** A new one, before anything is typed. */
    public static final CategoryWish BLANK = new CategoryWish(
            "", Map.of(), "", TicketType.COMPLAINT.name(), Visibility.NAME_HIDDEN.name(), "", "", List.of(), true);

    /** Fewer teach nobody. */
    private static final int FEWEST_EXAMPLES = 3;

    private static final int MOST_EXAMPLES = 200;
    private static final int LONGEST_EXAMPLE = 300;

    public CategoryWish {
        names = Map.copyOf(names);
        examples = examples.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** A category as it is. */
    public static CategoryWish of(Entry entry) {
        Category category = entry.category();
        return new CategoryWish(
                category.key(),
                category.names().texts(),
                category.unit(),
                category.type().name(),
                entry.visibility().name(),
                entry.promise().map(String::valueOf).orElse(""),
                category.danger().map(Danger::name).orElse(""),
                category.examples(),
                entry.active());
    }

    /** What is wrong with it, in the order of the form; empty when it can be a category. */
    List<Fault> faults(String mainLanguage) {
        List<Fault> faults = new ArrayList<>();
        if (!Unit.isKey(key)) {
            faults.add(Fault.of("key", "key"));
        }
        UnitWish.namesFault(names, mainLanguage, faults);
        if (!isOneOf(TicketType.values(), type)) {
            faults.add(Fault.of("type", "type"));
        }
        if (!isOneOf(visibilities(), visibility)) {
            faults.add(Fault.of("visibility", "visibility"));
        }
        if (!promise.isEmpty() && !UnitWish.isDays(promise)) {
            faults.add(Fault.of("promise", "promise"));
        }
        if (!danger.isEmpty() && !isOneOf(Danger.values(), danger)) {
            faults.add(Fault.of("danger", "danger"));
        }
        if (examples.size() < FEWEST_EXAMPLES
                || examples.size() > MOST_EXAMPLES
                || examples.stream().anyMatch(line -> line.length() > LONGEST_EXAMPLE)) {
            faults.add(Fault.of("examples", "examples", FEWEST_EXAMPLES, MOST_EXAMPLES, LONGEST_EXAMPLE));
        }
        return faults;
    }

    /** Which a category may have: whether somebody gives their name is their own choice. */
    public static Visibility[] visibilities() {
        return new Visibility[] {Visibility.PUBLIC, Visibility.NAME_HIDDEN, Visibility.CONFIDENTIAL};
    }

    private static boolean isOneOf(Enum<?>[] known, String typed) {
        return Arrays.stream(known).anyMatch(one -> one.name().equals(typed));
    }

    /** The category, when nothing is wrong. */
    Entry entry(String mainLanguage) {
        return new Entry(
                new Category(
                        key,
                        unit,
                        TicketType.valueOf(type),
                        new Names(mainLanguage, names),
                        examples,
                        Optional.of(danger).filter(kind -> !kind.isEmpty()).map(Danger::valueOf)),
                Visibility.valueOf(visibility),
                Optional.of(promise).filter(days -> !days.isEmpty()).map(Integer::valueOf),
                active);
    }
}
